// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/work.h"

#include "workload/arrival_plan.h"
#include "workload/step_estimates.h"

#include <algorithm>
#include <troika/base/check.h>

namespace troika {
namespace {

/// Notes in `sample` that step `index` of `count` ended so; true if the task goes on.
bool noteStep(Sample& sample, const StepOutcome& step, std::size_t index, std::size_t count,
              const StampClock& clock) {
    const bool finished = step.outcome == Outcome::Finished;
    sample.outcome = step.outcome;
    // What did not finish says why in its own digest: the system's error.
    sample.digest = finished && count > 1 ? foldDigest(sample.digest, step.digest) : step.digest;
    const bool goesOn = finished && index + 1 < count;
    if (goesOn) sample.stepEnd[index] = clock.now();
    return goesOn;
}

/// Stamps the end of a task.
void end(Sample& sample, const LaneRules& rules) {
    sample.end = rules.clock.now();
    if (sample.outcome != Outcome::Finished) return;
    if (sample.end - sample.start <= rules.timeout.count()) return;
    sample.outcome = Outcome::TimedOut;
    sample.digest = 0;
}

} // namespace

Result<> BlockingLane::leadIn() {
    for (const auto& step : m_steps) {
        if (auto ready = step->leadIn(); !ready) return ready;
    }
    return {};
}

void BlockingLane::place(const Payload& payload, std::span<const PayloadSize> sizes) {
    Payload rest = payload;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const PayloadSize& size = sizes[i];
        if (size == PayloadSize{}) continue;
        const std::size_t input = payload.input.empty() ? 0 : size.input;
        m_steps[i]->place({rest.input.first(input), rest.output.first(size.output)});
        rest = {rest.input.subspan(input), rest.output.subspan(size.output)};
    }
}

Sample BlockingLane::perform(const TaskName& name) {
    Sample sample;
    sample.start = m_rules.clock.now();
    for (std::size_t step = 0; step < m_count && goesOnAfter(name, step, sample);) ++step;
    end(sample, m_rules);
    return sample;
}

bool BlockingLane::performStep(const TaskName& name, std::size_t step, Sample& sample) {
    if (step == 0) sample.start = m_rules.clock.now();
    if (goesOnAfter(name, step, sample)) return true;
    end(sample, m_rules);
    return false;
}

bool BlockingLane::goesOnAfter(const TaskName& name, std::size_t step, Sample& sample) {
    const TaskName own{name.seed, name.round, name.task, static_cast<std::uint32_t>(step)};
    const StepOutcome outcome = m_steps[step - m_first]->perform(own);
    return noteStep(sample, outcome, step, m_count, m_rules.clock);
}

void BlockingLane::settle() {
    for (const auto& step : m_steps) step->settle();
}

Async<Result<>> AsyncLane::leadIn(std::uint32_t atOnce) {
    for (const auto& step : m_steps) {
        auto ready = co_await step->leadIn(atOnce);
        if (!ready) co_return ready;
    }
    co_return Result<>{};
}

Async<void> AsyncLane::perform(TaskName name, SampleSink& sink) {
    Sample sample;
    sample.start = m_rules.clock.now();
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        name.step = static_cast<std::uint32_t>(i);
        const StepOutcome outcome = co_await m_steps[i]->perform(name);
        if (!noteStep(sample, outcome, i, m_steps.size(), m_rules.clock)) break;
    }
    end(sample, m_rules);
    sink.take(name.task, sample);
}

void AsyncLane::settle() {
    for (const auto& step : m_steps) step->settle();
}

namespace {

std::vector<std::unique_ptr<StepWork>> stepsOf(const Workload& workload, const WorkPlace& place) {
    std::vector<std::unique_ptr<StepWork>> steps;
    for (std::size_t i = 0; i < workload.steps.size(); ++i) {
        const Step& step = workload.steps[i];
        const StepKind* kind = stepKind(step.kind);
        TROIKA_CHECK(kind != nullptr, "a validated scenario has known steps");
        WorkPlace own = place;
        own.directory /= std::to_string(i);
        own.step = static_cast<std::uint32_t>(i);
        steps.push_back(kind->make(step.settings, own));
    }
    return steps;
}

} // namespace

Work::Work(const Workload& workload, const WorkPlace& place, const StampClock& clock)
    : m_steps(stepsOf(workload, place)), m_rules{clock, workload.timeout} {}

Work::Work(std::vector<std::unique_ptr<StepWork>> steps, const StampClock& clock)
    : m_steps(std::move(steps)), m_rules{clock} {}

Result<> Work::setUp() {
    for (const auto& step : m_steps) {
        if (auto ready = step->setUp(); !ready) return ready;
    }
    return {};
}

Result<> Work::begin(std::int64_t begin) {
    for (const auto& step : m_steps) {
        if (auto begun = step->begin(begin); !begun) return begun;
    }
    return {};
}

Result<> Work::settle() {
    for (const auto& step : m_steps) {
        if (auto settled = step->settle(); !settled) return settled;
    }
    return {};
}

bool Work::even() const {
    return std::ranges::all_of(m_steps, [](const auto& step) { return step->even(); });
}

std::unique_ptr<BlockingLane> Work::blockingLane() const {
    std::vector<std::unique_ptr<BlockingStep>> steps;
    for (const auto& step : m_steps) steps.push_back(step->blocking());
    return std::make_unique<BlockingLane>(std::move(steps), m_rules, 0, m_steps.size());
}

std::unique_ptr<BlockingLane> Work::blockingLane(std::size_t step) const {
    std::vector<std::unique_ptr<BlockingStep>> steps;
    steps.push_back(m_steps[step]->blocking());
    return std::make_unique<BlockingLane>(std::move(steps), m_rules, step, m_steps.size());
}

std::unique_ptr<AsyncLane> Work::asyncLane(const LoopPlace& loop) const {
    std::vector<std::unique_ptr<AsyncStep>> steps;
    for (const auto& step : m_steps) steps.push_back(step->async(loop));
    return std::make_unique<AsyncLane>(std::move(steps), m_rules);
}

std::vector<Text> Work::asyncNotes() const {
    std::vector<Text> all;
    for (const auto& step : m_steps) {
        for (Text& note : step->asyncNotes()) all.push_back(std::move(note));
    }
    return all;
}

const std::vector<StepKind>& stepKinds() {
    static const std::vector<StepKind> kinds = [] {
        std::vector<StepKind> all;
        all.push_back(downloadKind());
        all.back().estimate = estimateDownload;
        all.push_back(diskKind());
        all.back().estimate = estimateDisk;
        all.push_back(computeKind());
        all.back().estimate = estimateCompute;
        return all;
    }();
    return kinds;
}

PayloadSize payloadOf(const Workload& workload) {
    PayloadSize sum;
    for (const Step& step : workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        if (kind != nullptr && kind->payload != nullptr) sum += kind->payload(step.settings);
    }
    return sum;
}

Workload singleTask(Workload workload) {
    workload.arrivals = singleTask();
    for (Step& step : workload.steps) {
        if (const auto shrink = stepKind(step.kind)->shrink) shrink(step.settings);
    }
    return workload;
}

const StepKind* stepKind(std::string_view name) {
    for (const StepKind& kind : stepKinds()) {
        if (kind.declaration.name == name) return &kind;
    }
    return nullptr;
}

} // namespace troika
