// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_pool.h"

#include "backend/declare.h"

#include <algorithm>

namespace troika {

WorkerPool::WorkerPool(const Stage& stage, std::unique_ptr<WorkerLinks> links, std::size_t workers,
                       std::uint32_t held)
    : m_work(stage.work), m_links(std::move(links)), m_workers(workers), m_held(held) {}

Result<> WorkerPool::setUp() {
    if (auto opened = m_links->open(m_workers.size()); !opened) return opened;
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        if (auto started = m_links->start(i); !started) return started;
    }
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        if (auto ready = m_links->awaitReady(i); !ready) return ready;
    }
    return {};
}

Result<> WorkerPool::run(const Slice& slice) {
    ArrivalPlan& arrivals = slice.arrivals();
    m_slice = &slice;
    m_repeated.clear();
    const auto isLeft = [&] {
        return !m_ready.empty() || !m_again.empty() || !arrivals.exhausted();
    };
    Result<> heard;
    for (m_moreToCome = true; heard && (m_moreToCome || m_open > 0); m_moreToCome = isLeft()) {
        if (m_moreToCome) fillAll();
        if (m_open > 0) {
            heard = m_links->hear(arrivals.nextDue(), *this);
        } else if (!arrivals.exhausted()) {
            arrivals.await();
        }
    }
    m_slice = nullptr;
    return heard;
}

Result<Account> WorkerPool::account() {
    m_account = {};
    if (auto told = tellAll(WorkerOrder::Kind::Account); !told) return passOn(told);
    m_account += ownAccount();
    m_account += m_links->accountOfDead();
    return m_account;
}

/// One order to all workers, then all their answers: they work on it side by side.
Result<> WorkerPool::tellAll(WorkerOrder::Kind kind) {
    const WorkerOrder order{.kind = kind};
    m_asked = m_workers.size();
    for (std::size_t i = 0; i < m_workers.size(); ++i) m_links->send(i, {&order, 1});
    while (m_asked > 0) {
        if (auto heard = m_links->hear(ArrivalPlan::never, *this); !heard) return heard;
    }
    return {};
}

void WorkerPool::fillAll() {
    for (std::size_t i = 0; i < m_workers.size(); ++i) fill(i);
}

/// Gives tasks that are due to a worker, while it has room for them.
void WorkerPool::fill(std::size_t worker) {
    std::deque<std::uint32_t>& tasks = m_workers[worker].tasks;
    m_orders.clear();
    while (tasks.size() < m_held) {
        const auto task = nextTask();
        if (!task) break;
        const TaskName name = m_slice->name(*task);
        m_orders.push_back({WorkerOrder::Kind::Task, *task, name.seed, name.round});
        tasks.push_back(*task);
        ++m_open;
    }
    if (!m_orders.empty()) m_links->send(worker, m_orders);
}

std::optional<std::uint32_t> WorkerPool::nextTask() {
    if (!m_again.empty()) {
        const std::uint32_t task = m_again.front();
        m_again.pop_front();
        return task;
    }
    if (m_ready.empty()) m_ready = m_slice->arrivals().claim(monotonicNow());
    if (m_ready.empty()) return std::nullopt;
    return m_ready.first++;
}

void WorkerPool::replied(std::size_t worker, std::span<const WorkerReply> replies) {
    // A task has ended when its result is with whoever asked for it: here, now.
    const std::int64_t now = m_work.clock().now();
    for (const WorkerReply& reply : replies) {
        if (reply.kind == WorkerReply::Kind::Task) {
            ended(worker, reply, now);
        } else if (m_workers[worker].leadIn) {
            m_workers[worker].leadIn = false;
        } else {
            --m_asked;
            m_account += reply.account;
        }
    }
    if (m_slice != nullptr) fill(worker);
}

void WorkerPool::ended(std::size_t worker, const WorkerReply& reply, std::int64_t now) {
    Sample sample = reply.sample;
    // Two processes' stamps may disagree by part of a microsecond; no result is there before it was
    // made.
    sample.end = std::max(sample.end, now);
    m_slice->record(reply.task, static_cast<std::uint32_t>(worker), sample);
    m_workers[worker].tasks.pop_front();
    --m_open;
}

/// Outside a slice nothing is repeated: there a death means that the trial cannot go on.
Result<> WorkerPool::died(std::size_t worker, const Failure& how) {
    if (m_slice == nullptr) return tl::unexpected<Failure>(how);
    m_casualties.died(how);
    saveTasks(worker);
    if (auto started = m_links->start(worker); !started) return started;
    if (auto ready = m_links->awaitReady(worker); !ready) return ready;
    const WorkerOrder leadIn{.kind = WorkerOrder::Kind::LeadIn};
    m_workers[worker].leadIn = true;
    m_links->send(worker, {&leadIn, 1});
    fill(worker);
    return {};
}

/// Nobody is made responsible for what killed a worker but the task that it worked on: the first.
void WorkerPool::saveTasks(std::size_t worker) {
    std::deque<std::uint32_t>& tasks = m_workers[worker].tasks;
    m_open -= static_cast<std::uint32_t>(tasks.size());
    if (!tasks.empty() && !m_repeated.insert(tasks.front()).second) {
        const std::int64_t now = m_work.clock().now();
        const Sample lost{.start = now, .end = now, .outcome = Outcome::Lost};
        m_slice->record(tasks.front(), static_cast<std::uint32_t>(worker), lost);
        tasks.pop_front();
        m_casualties.lost();
    }
    m_casualties.repeated(tasks.size());
    m_again.insert(m_again.end(), tasks.begin(), tasks.end());
    tasks.clear();
}

Setting workersSetting() {
    return integerSetting("workers", {"Processes", "Процессов"},
                          {"How many worker processes there are.", "Сколько рабочих процессов."}, 4,
                          1, 1024);
}

Setting heldSetting(std::string name, std::int64_t byDefault) {
    return integerSetting(
        std::move(name), {"Tasks at a worker", "Задач у процесса"},
        {"How many tasks a worker holds at once: more saves waiting for short tasks, but long ones "
         "may queue behind each other.",
         "Сколько задач процесс держит у себя: больше — меньше ожидания на коротких задачах, но "
         "длинные могут стоять друг за другом."},
        byDefault, 1, 1024);
}

Demand demandOfWorkers(const Scenario& scenario, std::int64_t workers) {
    Demand demand;
    demand.threads = workers + 1;
    demand.lanes = workers;
    demand.processes = workers + 1;
    demand.connections = connectionsOf(scenario, workers);
    demand.descriptorsOfRunner += 2 * workers;
    const PayloadSize payload = payloadOf(scenario.workload);
    demand.memoryBytes += workers * static_cast<std::int64_t>(payload.input + payload.output);
    return demand;
}

} // namespace troika
