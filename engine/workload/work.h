// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/stamp_clock.h"
#include "workload/step_work.h"

#include <chrono>
#include <memory>
#include <span>
#include <vector>

namespace troika {

/// What the lanes of a trial have in common.
struct LaneRules {
    const StampClock& clock;
    /// Of a task, all its steps together: one that ended later has timed out, whatever it did and
    /// whoever did it. (Steps give up by themselves, each in its own time.)
    std::chrono::nanoseconds timeout = std::chrono::nanoseconds::max();
};

/// One lane of blocking work: all steps of a task, one after the other, or one of them alone.
class BlockingLane {
public:
    /// `firstStep` is the number that the first of `steps` has in its task, of `stepsInAll`.
    BlockingLane(std::vector<std::unique_ptr<BlockingStep>> steps, const LaneRules& rules,
                 std::size_t firstStep, std::size_t stepsInAll)
        : m_steps(std::move(steps)), m_rules(rules), m_first(firstStep), m_count(stepsInAll) {}

    Result<> leadIn();
    /// Where the payload of the next task lies that perform() does, that of all its steps one after
    /// the other; without an input it is the source's. A lane that is not told keeps outputs in
    /// memory of its own. `sizes` are the steps'.
    void place(const Payload& payload, std::span<const PayloadSize> sizes);
    /// Does task `name` and stamps it. `due` and `lane` are left for the caller. The first step
    /// that does not finish ends the task.
    Sample perform(const TaskName& name);
    /// For a task that goes from lane to lane: does step `step` of it, one of this lane's, and
    /// notes it in the sample, which begins empty; false when the task has ended with it.
    bool performStep(const TaskName& name, std::size_t step, Sample& sample);
    void settle();

private:
    bool goesOnAfter(const TaskName& name, std::size_t step, Sample& sample);

    std::vector<std::unique_ptr<BlockingStep>> m_steps;
    LaneRules m_rules;
    std::size_t m_first;
    std::size_t m_count;
};

/// Takes the samples of a lane's tasks as they end, on the lane's thread.
class SampleSink {
public:
    virtual void take(std::uint32_t task, const Sample& sample) = 0;

protected:
    ~SampleSink() = default;
};

/// One event loop's work: all steps of a task, for any number of tasks at once.
class AsyncLane {
public:
    AsyncLane(std::vector<std::unique_ptr<AsyncStep>> steps, const LaneRules& rules)
        : m_steps(std::move(steps)), m_rules(rules) {}

    Async<Result<>> leadIn(std::uint32_t atOnce);
    /// Does task `name`, stamps it and hands the sample over. (Returning it would keep 160 bytes
    /// more for every task that waits.)
    Async<void> perform(TaskName name, SampleSink& sink);
    void settle();

private:
    std::vector<std::unique_ptr<AsyncStep>> m_steps;
    LaneRules m_rules;
};

/// What a task carries, all its steps together, in their order.
class TaskPayload {
public:
    explicit TaskPayload(std::span<const std::unique_ptr<StepWork>> steps);

    /// In all; zeros where nothing is carried.
    [[nodiscard]] const PayloadSize& size() const { return m_size; }
    /// Step by step.
    [[nodiscard]] std::span<const PayloadSize> sizes() const { return m_sizes; }
    /// The inputs of a task, where they lie in this process (see PayloadSource).
    void inputs(TaskName name, std::vector<std::span<const std::byte>>& into) const;
    /// Bytes of all sources, one after the other.
    [[nodiscard]] std::uint64_t sourceBytes() const;
    void fillSources(std::span<std::byte> place) const;
    void useSources(std::span<const std::byte> place) const;
    /// Whether all of a task's output has come back.
    [[nodiscard]] bool isWhole(std::span<const std::byte> output) const;

private:
    std::vector<PayloadSource*> m_sources; ///< Of the steps; null for a step without.
    std::vector<PayloadSize> m_sizes;
    PayloadSize m_size;
};

/// What every task of a trial does: makes lanes.
class Work {
public:
    Work(const Workload& workload, const WorkPlace& place, const StampClock& clock);
    /// From steps made elsewhere; for tests and benchmarks with work of their own.
    Work(std::vector<std::unique_ptr<StepWork>> steps, const StampClock& clock);

    Result<> setUp(); ///< Once a trial, in the runner alone.
    /// Right before each slice, in the runner alone; nanoseconds on CLOCK_MONOTONIC.
    Result<> begin(std::int64_t begin);
    Result<> settle(); ///< After each slice, in the runner alone.
    [[nodiscard]] std::size_t steps() const { return m_steps.size(); }
    /// Whether all tasks take about as long as each other (see StepWork).
    [[nodiscard]] bool even() const;
    /// The payloads of its steps; for who has to carry them from process to process.
    [[nodiscard]] const TaskPayload& payload() const { return m_payload; }
    [[nodiscard]] std::unique_ptr<BlockingLane> blockingLane() const;
    /// Of one step alone.
    [[nodiscard]] std::unique_ptr<BlockingLane> blockingLane(std::size_t step) const;
    [[nodiscard]] std::unique_ptr<AsyncLane> asyncLane(const LoopPlace& loop) const;
    /// How the steps are done where they are done asynchronously.
    [[nodiscard]] std::vector<Text> asyncNotes() const;
    [[nodiscard]] const StampClock& clock() const { return m_rules.clock; }

private:
    std::vector<std::unique_ptr<StepWork>> m_steps;
    LaneRules m_rules;
    TaskPayload m_payload{m_steps};
};

} // namespace troika
