// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/thread_pool.h"

#include "backend/declare.h"
#include "backend/thread/task_queue.h"

#include <array>
#include <atomic>
#include <system_error>
#include <thread>

namespace troika {
namespace {

/// How long a batch may keep a worker: short against anything one would notice in the balance of
/// the load, long against the cost of a lock.
constexpr std::int64_t batchNs = 20'000;
constexpr std::size_t largestBatch = 64;

/// How many tasks to take next, when the last one took `lastNs`.
std::size_t batchFor(std::int64_t lastNs) {
    const std::int64_t fitting = batchNs / std::max<std::int64_t>(lastNs, 1);
    return std::clamp<std::size_t>(static_cast<std::size_t>(fitting), 1, largestBatch);
}

class ThreadPool final : public Backend {
public:
    explicit ThreadPool(const Stage& stage)
        : m_work(stage.work), m_size(static_cast<std::size_t>(stage.settings.integer("workers"))) {}

    ~ThreadPool() override {
        m_queue.close();
        for (std::thread& thread : m_threads) thread.join();
    }

    Result<> setUp() override {
        for (std::size_t i = 0; i < m_size; ++i) m_lanes.push_back(m_work.blockingLane());
        for (std::size_t i = 0; i < m_size; ++i) {
            try {
                m_threads.emplace_back([this, i] { work(static_cast<std::uint32_t>(i)); });
            } catch (const std::system_error& error) {
                return failure(
                    "too-many-threads",
                    bilingual("Thread {} of {} could not be started ({}); use fewer workers, or "
                              "raise the limit with ulimit -u.",
                              "Не удалось запустить поток {} из {} ({}); уменьшите число потоков "
                              "или увеличьте предел командой ulimit -u.",
                              i + 1, m_size, error.what()));
            }
        }
        return {};
    }

    Result<> leadIn(std::uint32_t tasks) override {
        m_queue.reserve(tasks);
        for (const auto& lane : m_lanes) {
            if (auto ready = lane->leadIn(); !ready) return ready;
        }
        return {};
    }

    Result<> run(const Slice& slice) override {
        if (slice.arrivals().tasks() == 0) return {};
        m_slice = &slice;
        m_open.store(slice.arrivals().tasks(), std::memory_order_relaxed);
        submitAsDue(slice.arrivals(), [this](std::uint32_t first, std::uint32_t last) {
            for (std::uint32_t task = first; task < last; ++task) m_queue.push(task);
        });
        for (std::uint32_t open = m_open.load(); open > 0; open = m_open.load()) m_open.wait(open);
        return {};
    }

    Result<> settle() override {
        for (const auto& lane : m_lanes) lane->settle();
        return {};
    }

private:
    /// A worker's whole life. The queue's lock makes what run() wrote visible here.
    void work(std::uint32_t lane) {
        std::array<std::uint32_t, largestBatch> batch{};
        std::size_t wanted = 1;
        while (const std::size_t taken = m_queue.take({batch.data(), wanted}, 2 * m_size)) {
            const Slice& slice = *m_slice;
            for (std::size_t i = 0; i < taken; ++i) {
                const Sample sample = m_lanes[lane]->perform(slice.name(batch[i]));
                slice.record(batch[i], lane, sample);
                wanted = batchFor(sample.end - sample.start);
            }
            const auto done = static_cast<std::uint32_t>(taken);
            if (m_open.fetch_sub(done, std::memory_order_acq_rel) == done) m_open.notify_one();
        }
    }

    Work& m_work;
    std::size_t m_size;
    TaskQueue m_queue;
    std::vector<std::unique_ptr<BlockingLane>> m_lanes;
    std::vector<std::thread> m_threads;
    const Slice* m_slice = nullptr;        ///< Written before tasks are pushed.
    std::atomic<std::uint32_t> m_open = 0; ///< Tasks of the slice that have not ended.
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    const std::int64_t workers = contender.settings.integer("workers");
    Demand demand;
    demand.threads = workers + 1;
    demand.lanes = workers;
    demand.connections = connectionsOf(scenario, workers);
    demand.descriptorsOfRunner +=
        workers * static_cast<std::int64_t>(scenario.workload.steps.size());
    return demand;
}

} // namespace

BackendKind threadPoolKind() {
    BackendDeclaration declaration;
    declaration.name = "thread.pool";
    declaration.family = Family::Thread;
    declaration.title = {"Thread pool", "Пул потоков"};
    declaration.explanation = {
        "A fixed number of threads take tasks from one queue, first come, first served.",
        "Постоянное число потоков берёт задачи из одной очереди в порядке поступления."};
    declaration.settings = {integerSetting(
        "workers", {"Threads", "Потоков"},
        {"How many threads the pool has; a thread that waits for a server holds its place.",
         "Сколько потоков в пуле; поток, ожидающий ответа сервера, остаётся занятым."},
        4, 1, 4096)};
    declaration.demand = demand;
    return {declaration, makeBackend<ThreadPool>};
}

} // namespace troika
