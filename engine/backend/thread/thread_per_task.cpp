// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/thread_per_task.h"

#include "backend/declare.h"
#include "backend/thread/threads.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>

namespace troika {
namespace {

class ThreadPerTask final : public Backend {
public:
    explicit ThreadPerTask(const Stage& stage)
        : m_work(stage.work), m_most(static_cast<std::size_t>(stage.settings.integer("at_once"))) {}

    Result<> setUp() override { return {}; }

    Result<> leadIn(std::uint32_t tasks) override {
        const std::size_t wanted = std::min<std::size_t>(m_most, tasks);
        while (m_lanes.size() < wanted) m_lanes.push_back(m_work.blockingLane());
        m_threads.resize(m_lanes.size());
        m_free.clear();
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            if (auto ready = m_lanes[i]->leadIn(); !ready) return ready;
            m_free.push_back(static_cast<std::uint32_t>(m_lanes.size() - 1 - i));
        }
        return {};
    }

    Result<> run(const Slice& slice) override {
        Result<> started;
        ArrivalPlan& arrivals = slice.arrivals();
        // After a failure nothing more is waited for: tasks that were not begun never end, and
        // where arrivals are closed, none would come after them.
        while (started) {
            const TaskRange due = arrivals.claim(monotonicNow());
            for (std::uint32_t task = due.first; task < due.last && started; ++task) {
                started = startThread(slice, task);
            }
            if (!due.empty()) continue;
            if (arrivals.exhausted()) break;
            arrivals.await();
        }
        awaitAll();
        return started;
    }

    Result<> settle() override {
        for (const auto& lane : m_lanes) lane->settle();
        return {};
    }

private:
    /// Waits for a place among the threads that there may be at once.
    Result<> startThread(const Slice& slice, std::uint32_t task) {
        const std::uint32_t lane = takeLane();
        try {
            // What ran there before has given its lane back, and is joined here.
            m_threads[lane] = std::jthread([this, &slice, task, lane] {
                slice.record(task, lane, m_lanes[lane]->perform(slice.name(task)));
                giveBack(lane);
            });
        } catch (const std::system_error& error) {
            const std::size_t running = giveBack(lane);
            return tooManyThreads(running + 1, m_lanes.size(), error);
        }
        return {};
    }

    std::uint32_t takeLane() {
        std::unique_lock lock(m_mutex);
        m_given.wait(lock, [this] { return !m_free.empty(); });
        const std::uint32_t lane = m_free.back();
        m_free.pop_back();
        return lane;
    }

    /// How many are lent now.
    std::size_t giveBack(std::uint32_t lane) {
        std::size_t lent = 0;
        {
            const std::lock_guard lock(m_mutex);
            m_free.push_back(lane);
            lent = m_lanes.size() - m_free.size();
        }
        m_given.notify_one();
        return lent;
    }

    void awaitAll() {
        for (std::jthread& thread : m_threads) {
            if (thread.joinable()) thread.join();
        }
    }

    Work& m_work;
    std::size_t m_most;
    std::vector<std::unique_ptr<BlockingLane>> m_lanes; ///< What a thread needs; lent to each.
    std::vector<std::jthread> m_threads;                ///< By lane.
    std::mutex m_mutex;                                 ///< Guards m_free while a slice runs.
    std::condition_variable m_given;
    std::vector<std::uint32_t> m_free;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    const auto tasks = static_cast<std::int64_t>(tasksPerSlice(scenario.workload));
    return demandOfThreads(scenario, std::min(contender.settings.integer("at_once"), tasks));
}

} // namespace

BackendKind threadPerTaskKind() {
    BackendDeclaration declaration;
    declaration.name = "thread.per-task";
    declaration.family = Family::Thread;
    declaration.title = {"Thread per task", "Поток на задачу"};
    declaration.explanation = {
        "Every task gets a thread of its own, which is started for it and ends with it.",
        "Для каждой задачи запускается собственный поток, который завершается вместе с ней."};
    declaration.settings = {integerSetting(
        "at_once", {"Threads at most", "Потоков не более"},
        {"How many threads there may be at once; further tasks wait until one has ended.",
         "Сколько потоков может быть одновременно; остальные задачи ждут окончания какого-нибудь."},
        256, 1, 100'000)};
    declaration.demand = demand;
    return {declaration, makeBackend<ThreadPerTask>};
}

} // namespace troika
