// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/thread_pool.h"

#include "backend/declare.h"
#include "backend/ended.h"
#include "backend/thread/threads.h"
#include "backend/thread/work_queue.h"

#include <array>

namespace troika {
namespace {

constexpr std::size_t largestBatch = 64;

class ThreadPool final : public Backend {
public:
    explicit ThreadPool(const Stage& stage)
        : m_work(stage.work),
          m_size(static_cast<std::size_t>(stage.settings.integer("workers"))),
          m_queue(stage.settings.choice("order") == "lifo" ? QueueOrder::LastComeFirst
                                                           : QueueOrder::FirstComeFirst) {}

    ~ThreadPool() override {
        m_queue.close();
        for (std::thread& thread : m_threads) thread.join();
    }

    Result<> setUp() override {
        for (std::size_t i = 0; i < m_size; ++i) m_lanes.push_back(m_work.blockingLane());
        return startThreads(m_threads, m_size, [this](std::uint32_t lane) { work(lane); });
    }

    Result<> leadIn(std::uint32_t tasks) override {
        m_queue.reset(tasks);
        for (const auto& lane : m_lanes) {
            if (auto ready = lane->leadIn(); !ready) return ready;
        }
        return {};
    }

    Result<> run(const Slice& slice) override {
        m_slice = &slice;
        m_ended.reset();
        feed(slice.arrivals(), [this](TaskRange due) { push(due); });
        m_ended.await(slice.arrivals().admitted());
        return {};
    }

    Result<> settle() override {
        for (const auto& lane : m_lanes) lane->settle();
        return {};
    }

private:
    void push(TaskRange tasks) {
        for (std::uint32_t task = tasks.first; task < tasks.last; ++task) m_queue.push(task);
    }

    /// A worker's whole life. The queue's lock makes what run() wrote visible here.
    void work(std::uint32_t lane) {
        std::array<std::uint32_t, largestBatch> batch{};
        std::size_t wanted = 1;
        while (const std::size_t taken = m_queue.take({batch.data(), wanted}, 2 * m_size)) {
            const Slice& slice = *m_slice;
            for (std::size_t i = 0; i < taken; ++i) {
                const Sample sample = m_lanes[lane]->perform(slice.name(batch[i]));
                wanted = batchFor(sample.end - sample.start, largestBatch);
                // Whoever wants another task at once gets it without the feeding thread.
                push(slice.recordAndClaim(batch[i], lane, sample));
            }
            m_ended.add(static_cast<std::uint32_t>(taken));
        }
    }

    Work& m_work;
    std::size_t m_size;
    WorkQueue<std::uint32_t> m_queue;
    std::vector<std::unique_ptr<BlockingLane>> m_lanes;
    std::vector<std::thread> m_threads;
    const Slice* m_slice = nullptr; ///< Written before tasks are pushed.
    EndedTasks m_ended;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfThreads(scenario, contender.settings.integer("workers"));
}

} // namespace

BackendKind threadPoolKind() {
    BackendDeclaration declaration;
    declaration.name = "thread.pool";
    declaration.family = Family::Thread;
    declaration.title = {"Thread pool", "Пул потоков"};
    declaration.explanation = {"A fixed number of threads take tasks from one queue.",
                               "Постоянное число потоков берёт задачи из одной очереди."};
    declaration.settings = {
        integerSetting(
            "workers", {"Threads", "Потоков"},
            {"How many threads the pool has; a thread that waits for a server holds its place.",
             "Сколько потоков в пуле; поток, ожидающий ответа сервера, остаётся занятым."},
            4, 1, 4096),
        choiceSetting("order", {"Order", "Порядок"},
                      {"Which of the waiting tasks is begun next.",
                       "Какая из ожидающих задач начинается следующей."},
                      "fifo",
                      {{"fifo", {"first come, first served", "первой пришла — первой начата"}},
                       {"lifo", {"last come, first served", "последней пришла — первой начата"}}})};
    declaration.demand = demand;
    return {declaration, makeBackend<ThreadPool>};
}

} // namespace troika
