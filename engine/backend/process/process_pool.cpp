// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/process_pool.h"

#include "backend/declare.h"
#include "backend/process/worker_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <troika/base/check.h>

namespace troika {
namespace {

class ProcessPool final : public Backend {
public:
    explicit ProcessPool(const Stage& stage)
        : m_stage(stage),
          m_size(static_cast<std::size_t>(stage.settings.integer("workers"))),
          m_prefetch(static_cast<std::uint32_t>(stage.settings.integer("prefetch"))),
          m_orders(m_prefetch) {}

    /// All are asked to end before the first is waited for.
    ~ProcessPool() override {
        for (Lane& lane : m_workers) lane.process.endOrders();
        for (Lane& lane : m_workers) lane.process.awaitEnd();
    }

    Result<> setUp() override {
        m_events = Descriptor(::epoll_create1(EPOLL_CLOEXEC));
        if (!m_events) {
            return systemFailure(
                "epoll", bilingual("Cannot watch workers", "Не удалось следить за процессами"),
                errno);
        }
        for (std::size_t i = 0; i < m_size; ++i) {
            auto worker = WorkerProcess::start(m_stage.workerProgram, m_stage.workerSpec);
            if (!worker) return passOn(worker);
            m_workers.push_back({std::move(*worker), 0});
        }
        for (std::size_t i = 0; i < m_size; ++i) {
            if (auto ready = m_workers[i].process.awaitReady(); !ready) return ready;
            epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
            ::epoll_ctl(m_events.get(), EPOLL_CTL_ADD, m_workers[i].process.replies(), &event);
        }
        return {};
    }

    Result<> leadIn(std::uint32_t) override { return tellAll(WorkerOrder::Kind::LeadIn); }
    Result<> settle() override { return tellAll(WorkerOrder::Kind::Settle); }

    Result<> run(const Slice& slice) override {
        m_next = 0;
        m_due = 0;
        m_open = slice.arrivals().tasks();
        while (m_open > 0) {
            if (auto handed = handOutDue(slice); !handed) return handed;
            if (auto collected = collect(slice); !collected) return collected;
        }
        return {};
    }

    Result<Account> account() override {
        Account sum = ownAccount();
        for (Lane& lane : m_workers) {
            const auto reply = lane.process.ask({.kind = WorkerOrder::Kind::Account});
            if (!reply) return passOn(reply);
            sum += reply->account;
        }
        return sum;
    }

private:
    struct Lane {
        WorkerProcess process;
        std::uint32_t inFlight = 0; ///< Tasks it has and has not answered.
    };

    /// One order to all workers, then all their answers: they work on it side by side.
    Result<> tellAll(WorkerOrder::Kind kind) {
        const WorkerOrder order{.kind = kind};
        for (Lane& lane : m_workers) {
            if (auto sent = lane.process.send({&order, 1}); !sent) return sent;
        }
        for (Lane& lane : m_workers) {
            if (auto replies = lane.process.receive(); !replies) return passOn(replies);
        }
        return {};
    }

    /// Gives tasks that have become due to workers with room for them.
    Result<> handOutDue(const Slice& slice) {
        const std::uint32_t due = slice.arrivals().dueUntil(m_due, monotonicNow());
        if (due == m_due) return {};
        m_due = due;
        for (Lane& lane : m_workers) {
            if (auto filled = fill(lane, slice); !filled) return filled;
        }
        return {};
    }

    Result<> fill(Lane& lane, const Slice& slice) {
        std::size_t count = 0;
        for (; lane.inFlight < m_prefetch && m_next < m_due; ++lane.inFlight) {
            const TaskName name = slice.name(m_next);
            m_orders[count++] = {WorkerOrder::Kind::Task, m_next++, name.seed, name.round};
        }
        return count == 0 ? Result<>{} : lane.process.send({m_orders.data(), count});
    }

    /// Waits for replies, or until another task is due, and hands out more to whoever answered.
    Result<> collect(const Slice& slice) {
        std::array<epoll_event, 64> events{};
        const int ready = ::epoll_wait(m_events.get(), events.data(), events.size(),
                                       millisecondsToNextDue(slice.arrivals()));
        for (int i = 0; i < ready; ++i) {
            const auto index =
                static_cast<std::uint32_t>(events[static_cast<std::size_t>(i)].data.u64);
            Lane& lane = m_workers[index];
            const auto replies = lane.process.receive();
            if (!replies) return passOn(replies);
            // A task has ended when its result is with whoever asked for it: here, now.
            const std::int64_t now = m_stage.work.clock().now();
            for (const WorkerReply& reply : *replies) {
                Sample sample = reply.sample;
                sample.end = now;
                slice.record(reply.task, index, sample);
            }
            const auto count = static_cast<std::uint32_t>(replies->size());
            lane.inFlight -= count;
            m_open -= count;
            if (auto filled = fill(lane, slice); !filled) return filled;
        }
        return {};
    }

    [[nodiscard]] int millisecondsToNextDue(const ArrivalPlan& arrivals) const {
        if (m_due == arrivals.tasks()) return -1;
        const std::int64_t wait = arrivals.due(m_due) - monotonicNow();
        return static_cast<int>(std::max<std::int64_t>(wait, 0) / 1'000'000);
    }

    Stage m_stage;
    std::size_t m_size;
    std::uint32_t m_prefetch;
    Descriptor m_events;
    std::vector<Lane> m_workers;
    std::vector<WorkerOrder> m_orders; ///< Being written; here so that it is allocated once.
    std::uint32_t m_next = 0;          ///< The next task to hand out.
    std::uint32_t m_due = 0;           ///< The first task that is not due yet.
    std::uint32_t m_open = 0;          ///< Tasks that have not ended.
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    const std::int64_t workers = contender.settings.integer("workers");
    Demand demand;
    demand.threads = workers + 1;
    demand.lanes = workers;
    demand.processes = workers + 1;
    demand.connections = connectionsOf(scenario, workers);
    demand.descriptorsOfRunner += 2 * workers;
    return demand;
}

} // namespace

BackendKind processPoolKind() {
    BackendDeclaration declaration;
    declaration.name = "process.pool";
    declaration.family = Family::Process;
    declaration.title = {"Process pool", "Пул процессов"};
    declaration.explanation = {"Worker processes that stay; every task goes to one of them, and "
                               "its result back, by message.",
                               "Постоянные рабочие процессы; каждая задача отправляется одному из "
                               "них сообщением, и так же "
                               "возвращается результат."};
    declaration.settings = {
        integerSetting("workers", {"Processes", "Процессов"},
                       {"How many worker processes there are.", "Сколько рабочих процессов."}, 4, 1,
                       1024),
        integerSetting(
            "prefetch", {"Tasks at a worker", "Задач у процесса"},
            {"How many tasks a worker holds at once: more saves waiting for short tasks, but long "
             "ones may queue behind each other.",
             "Сколько задач процесс держит у себя: больше — меньше ожидания на коротких задачах, "
             "но "
             "длинные могут стоять друг за другом."},
            1, 1, 1024)};
    declaration.demand = demand;
    return {declaration, makeBackend<ProcessPool>};
}

} // namespace troika
