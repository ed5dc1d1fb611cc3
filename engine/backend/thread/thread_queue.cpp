// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/thread_queue.h"

#include "backend/declare.h"
#include "backend/ended.h"
#include "backend/thread/threads.h"
#include "backend/thread/work_queue.h"

#include <algorithm>
#include <array>

namespace troika {
namespace {

/// A task on its way from stage to stage.
struct Travelling {
    std::uint32_t task = 0;
    Sample sample;
};

/// A stage hands tasks on one by one; what it takes at once is short against any queue.
constexpr std::size_t largestBatch = 8;

/// When the step ended that was done last.
std::int64_t endOf(const Sample& sample, std::size_t step, bool goesOn) {
    return goesOn ? sample.stepEnd[step] : sample.end;
}

class ThreadQueue final : public Backend {
public:
    explicit ThreadQueue(const Stage& stage)
        : m_work(stage.work),
          m_perStage(static_cast<std::size_t>(stage.settings.integer("workers"))),
          m_capacity(static_cast<std::size_t>(stage.settings.integer("capacity"))) {}

    ~ThreadQueue() override {
        for (const auto& queue : m_queues) queue->close();
        for (std::thread& thread : m_threads) thread.join();
    }

    Result<> setUp() override {
        for (std::size_t step = 0; step < m_work.steps(); ++step) {
            m_queues.push_back(std::make_unique<Queue>());
            for (std::size_t i = 0; i < m_perStage; ++i) {
                m_lanes.push_back(m_work.blockingLane(step));
            }
        }
        return startThreads(m_threads, m_lanes.size(), [this](std::uint32_t lane) { work(lane); });
    }

    Result<> leadIn(std::uint32_t) override {
        for (const auto& queue : m_queues) queue->reset(m_capacity);
        for (const auto& lane : m_lanes) {
            if (auto ready = lane->leadIn(); !ready) return ready;
        }
        return {};
    }

    /// The calling thread is the producer: a full first queue holds it up, and with it all tasks
    /// that are due.
    Result<> run(const Slice& slice) override {
        m_slice = &slice;
        m_ended.reset();
        feed(slice.arrivals(), [this](TaskRange due) {
            for (std::uint32_t task = due.first; task < due.last; ++task) {
                m_queues.front()->push({task, {}});
            }
        });
        m_ended.await(slice.arrivals().admitted());
        return {};
    }

    Result<> settle() override {
        for (const auto& lane : m_lanes) lane->settle();
        return {};
    }

private:
    using Queue = WorkQueue<Travelling>;

    /// A worker's whole life. Queues make what was written before a push visible after the take.
    void work(std::uint32_t lane) {
        const std::size_t step = lane / m_perStage;
        std::array<Travelling, largestBatch> batch{};
        std::size_t wanted = 1;
        std::int64_t free = 0; // When this worker was through with its last task.
        while (const std::size_t taken =
                   m_queues[step]->take({batch.data(), wanted}, 2 * m_perStage)) {
            const Slice& slice = *m_slice;
            for (std::size_t i = 0; i < taken; ++i) {
                auto& [task, sample] = batch[i];
                const bool goesOn = m_lanes[lane]->performStep(slice.name(task), step, sample);
                const std::int64_t begun =
                    step == 0 ? sample.start : std::max(sample.stepEnd[step - 1], free);
                free = endOf(sample, step, goesOn);
                // Nobody is to wait for the one before him while other workers are free.
                wanted = batchFor(free - begun, largestBatch);
                if (goesOn) {
                    m_queues[step + 1]->push(batch[i]);
                } else {
                    slice.record(task, lane, sample);
                    m_ended.add(1);
                }
            }
        }
    }

    Work& m_work;
    std::size_t m_perStage;
    std::size_t m_capacity;
    std::vector<std::unique_ptr<Queue>> m_queues;       ///< Of each step's stage.
    std::vector<std::unique_ptr<BlockingLane>> m_lanes; ///< Stage by stage, m_perStage each.
    std::vector<std::thread> m_threads;
    const Slice* m_slice = nullptr; ///< Written before tasks are pushed.
    EndedTasks m_ended;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    const std::int64_t workers = contender.settings.integer("workers");
    const auto steps = static_cast<std::int64_t>(scenario.workload.steps.size());
    Demand demand = demandOfThreads(scenario, workers);
    demand.threads = workers * steps + 1;
    demand.lanes = workers * steps;
    return demand;
}

} // namespace

BackendKind threadQueueKind() {
    BackendDeclaration declaration;
    declaration.name = "thread.queue";
    declaration.family = Family::Thread;
    declaration.title = {"Queues between steps", "Очереди между шагами"};
    declaration.explanation = {
        "Every step has threads of its own and a bounded queue before it; a full queue holds up "
        "whoever comes before.",
        "У каждого шага свои потоки и ограниченная очередь перед ним; заполненная очередь "
        "задерживает тех, кто раньше."};
    declaration.settings = {
        integerSetting("workers", {"Threads a step", "Потоков на шаг"},
                       {"How many threads work on each step of the tasks.",
                        "Сколько потоков работает над каждым шагом задач."},
                       2, 1, 1024),
        integerSetting("capacity", {"Queue capacity", "Вместимость очереди"},
                       {"How many tasks wait before a step at the most; then its producer waits.",
                        "Сколько задач может ждать перед шагом; дальше ждёт тот, кто их подаёт."},
                       64, 1, 1'000'000)};
    declaration.demand = demand;
    return {declaration, makeBackend<ThreadQueue>};
}

} // namespace troika
