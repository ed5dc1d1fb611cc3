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

Result<> WorkerPool::leadIn(std::uint32_t) {
    auto told = tellAll(WorkerOrder::Kind::LeadIn);
    m_ledIn = told.has_value();
    return told;
}

Result<> WorkerPool::settle() {
    m_ledIn = false;
    return tellAll(WorkerOrder::Kind::Settle);
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
        if (m_moreToCome) deal();
        if (m_open > 0) {
            // What is due waits where nobody has room.
            heard = m_links->hear(full() ? ArrivalPlan::never : arrivals.nextDue(), *this);
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
    m_told = {.kind = kind};
    m_asked = m_workers.size();
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        m_workers[i].asked = true;
        m_workers[i].replaced = false;
        m_links->send(i, {&m_told, 1});
    }
    while (m_asked > 0) {
        if (auto heard = m_links->hear(ArrivalPlan::never, *this); !heard) return heard;
    }
    return {};
}

/// Gives tasks that are due to those who hold fewest, while there is room.
void WorkerPool::deal() {
    while (!full()) {
        const auto task = nextTask();
        if (!task) break;
        Worker& worker = *std::ranges::min_element(
            m_workers, {}, [](const Worker& one) { return one.tasks.size(); });
        const TaskName name = m_slice->name(*task);
        worker.orders.push_back({WorkerOrder::Kind::Task, *task, name.seed, name.round});
        worker.tasks.push_back(*task);
        ++m_open;
    }
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        std::vector<WorkerOrder>& orders = m_workers[i].orders;
        if (orders.empty()) continue;
        m_links->send(i, orders);
        orders.clear();
    }
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
            m_workers[worker].asked = false;
            --m_asked;
            m_account += reply.account;
        }
    }
    if (m_slice != nullptr) deal();
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

/// One that dies twice without an answer to what all were told would do so for ever.
Result<> WorkerPool::died(std::size_t worker, const Failure& how) {
    if (m_workers[worker].asked && std::exchange(m_workers[worker].replaced, true))
        return tl::unexpected<Failure>(how);
    m_casualties.died(how);
    if (m_slice != nullptr) saveTasks(worker);
    if (auto replaced = replace(worker); !replaced) return replaced;
    if (m_slice != nullptr) deal();
    return {};
}

/// A new process in the place of a dead one, which soon has heard all that the others have.
Result<> WorkerPool::replace(std::size_t worker) {
    if (auto started = m_links->start(worker); !started) return started;
    if (auto ready = m_links->awaitReady(worker); !ready) return ready;
    m_workers[worker].leadIn = m_ledIn;
    const WorkerOrder leadIn{.kind = WorkerOrder::Kind::LeadIn};
    if (m_ledIn) m_links->send(worker, {&leadIn, 1});
    if (m_workers[worker].asked) m_links->send(worker, {&m_told, 1});
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
