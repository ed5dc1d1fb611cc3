// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/figures.h"

#include <algorithm>
#include <cmath>
#include <troika/base/check.h>
#include <troika/stats/queue_depth.h>
#include <troika/stats/slices.h>

namespace troika {

namespace {

double seconds(std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e9; }

bool finished(const Sample& sample) { return sample.outcome == Outcome::Finished; }

std::uint64_t finishedIn(const SliceRecord& slice) {
    return static_cast<std::uint64_t>(
        std::count_if(slice.samples.begin(), slice.samples.end(), finished));
}

/// From the first due to the last end, ns; 0 where nothing ended.
std::int64_t span(const SliceRecord& slice) {
    std::int64_t first = 0;
    std::int64_t last = 0;
    for (const Sample& sample : slice.samples) {
        if (sample.due != 0 && (first == 0 || sample.due < first)) first = sample.due;
        last = std::max(last, sample.end);
    }
    return std::max<std::int64_t>(0, last - first);
}

std::uint64_t finishedInAdmission(const SliceRecord& slice) {
    const std::int64_t close = slice.begin + slice.admission;
    return static_cast<std::uint64_t>(
        std::count_if(slice.samples.begin(), slice.samples.end(), [&](const Sample& sample) {
            return finished(sample) && sample.end <= close;
        }));
}

/// Durations of all finished tasks of some slices, by whatever `duration` takes from a sample.
template <class Duration>
Latency pooled(const std::vector<const SliceRecord*>& slices, const Duration& duration) {
    std::vector<std::vector<std::int64_t>> all;
    for (const SliceRecord* slice : slices) {
        std::vector<std::int64_t>& durations = all.emplace_back();
        for (const Sample& sample : slice->samples)
            if (finished(sample)) durations.push_back(duration(sample));
    }
    return summarizeLatency(all);
}

std::int64_t fromDue(const Sample& sample) { return sample.end - sample.due; }
std::int64_t fromStart(const Sample& sample) { return sample.end - sample.start; }
std::int64_t untilStart(const Sample& sample) { return sample.start - sample.due; }

Waiting waitingIn(const std::vector<const SliceRecord*>& slices) {
    Waiting waiting;
    double tasksTimesTime = 0;
    double time = 0;
    for (const SliceRecord* slice : slices) {
        const DepthCurve curve = waitingTasks(slice->samples);
        if (curve.empty()) continue;
        const auto length = static_cast<double>(curve.back().at - curve.front().at);
        tasksTimesTime += meanDepth(curve) * length;
        time += length;
        waiting.most = std::max(waiting.most, greatestDepth(curve));
    }
    if (time > 0) waiting.mean = tasksTimesTime / time;
    return waiting;
}

/// Of the tasks that the other slice finished as well.
Latency latencyOfCommon(const SliceRecord& slice, const SliceRecord& other) {
    std::vector<std::int64_t> durations;
    const std::size_t tasks = std::min(slice.samples.size(), other.samples.size());
    for (std::size_t task = 0; task < tasks; ++task)
        if (finished(slice.samples[task]) && finished(other.samples[task]))
            durations.push_back(fromDue(slice.samples[task]));
    return summarizeLatency({&durations, 1});
}

/// `service`: of whole tasks, which is that of a single step.
std::vector<StepLatency> stepLatencies(const std::vector<const SliceRecord*>& slices,
                                       const std::vector<Step>& steps, const Latency& service) {
    if (steps.size() == 1) return {{steps.front().kind, service}};
    std::vector<StepLatency> all;
    TROIKA_CHECK(steps.size() <= maximumSteps, "a sample has room for four steps");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto duration = [&](const Sample& sample) {
            const std::int64_t from = i == 0 ? sample.start : sample.stepEnd[i - 1];
            return (i + 1 == steps.size() ? sample.end : sample.stepEnd[i]) - from;
        };
        all.push_back({steps[i].kind, pooled(slices, duration)});
    }
    return all;
}

std::string digestOf(const std::vector<const SliceRecord*>& slicesByRound) {
    std::uint64_t digest = 0;
    bool any = false;
    for (const SliceRecord* slice : slicesByRound)
        for (const Sample& sample : slice->samples) {
            if (!finished(sample)) continue;
            digest = foldDigest(digest, sample.digest);
            any = true;
        }
    return any ? fmt::format("{:016x}", digest) : std::string();
}

/// What a finished task cost, of whatever `cost` takes from a slice.
template <class Cost>
std::optional<Interval> costInterval(const std::vector<const SliceRecord*>& slices,
                                     const Cost& cost) {
    std::vector<double> costs;
    std::vector<double> tasks;
    for (const SliceRecord* slice : slices) {
        costs.push_back(cost(*slice));
        tasks.push_back(static_cast<double>(finishedIn(*slice)));
    }
    const auto interval = ratioInterval(costs, tasks);
    if (!interval) return std::nullopt;
    const double middle = (interval->low + interval->high) / 2;
    if (middle <= 0) return Interval{};
    const double factor =
        std::exp((interval->high - middle) / middle); // Nothing costs less than 0.
    return Interval{middle / factor, middle * factor};
}

Usage usageOf(const TrialRecord& trial, const std::vector<const SliceRecord*>& slices) {
    Usage usage;
    for (const SliceRecord* slice : slices) {
        usage.cpuUserSeconds += slice->cpuUserSeconds;
        usage.cpuSystemSeconds += slice->cpuSystemSeconds;
        usage.voluntarySwitches += slice->voluntarySwitches;
        usage.involuntarySwitches += slice->involuntarySwitches;
    }
    usage.cpuOfTaskInterval = costInterval(slices, [](const SliceRecord& slice) {
        return slice.cpuUserSeconds + slice.cpuSystemSeconds;
    });
    usage.switchesOfTaskInterval = costInterval(slices, [](const SliceRecord& slice) {
        return static_cast<double>(slice.voluntarySwitches + slice.involuntarySwitches);
    });
    usage.peakMemoryBytes = trial.peakMemoryBytes;
    usage.threads = trial.threads;
    usage.processes = trial.processes;
    usage.startUpSeconds = median(trial.startUpSeconds);
    usage.shutDownSeconds = trial.shutDownSeconds;
    return usage;
}

Throughput throughputOf(const std::vector<SliceFigures>& slices) {
    std::vector<double> values;
    for (const SliceFigures& slice : slices)
        if (slice.counted && slice.throughput) values.push_back(*slice.throughput);
    return {median(values), medianInterval(values)};
}

} // namespace

void count(TaskCounts& tasks, const SliceRecord& slice) {
    for (const Sample& sample : slice.samples) {
        switch (sample.outcome) {
        case Outcome::Finished:
            ++tasks.finished;
            break;
        case Outcome::Refused:
            ++tasks.refused;
            [[fallthrough]];
        case Outcome::Failed:
        case Outcome::TimedOut:
        case Outcome::Wrong:
            ++tasks.failed;
            break;
        case Outcome::Empty:
        case Outcome::Cancelled:
        case Outcome::Lost:
            ++tasks.dropped;
            break;
        }
    }
}

SlicesByRound countedSlices(const TrialRecord& trial) {
    SlicesByRound slices;
    for (const SliceRecord& slice : trial.slices)
        if (counts(slice)) slices[slice.round] = &slice;
    return slices;
}

SliceFigures figuresOf(const SliceRecord& slice) {
    SliceFigures figures;
    figures.round = slice.round;
    figures.attempt = slice.attempt;
    figures.order = slice.order;
    figures.counted = slice.counted;
    figures.whyNot = slice.whyNot;
    figures.finished = finishedIn(slice);
    const bool timed = slice.admission > 0;
    figures.seconds = seconds(timed ? slice.admission : span(slice));
    const std::uint64_t within = timed ? finishedInAdmission(slice) : figures.finished;
    if (figures.seconds > 0 && within > 0)
        figures.throughput = static_cast<double>(within) / figures.seconds;
    return figures;
}

RoundFigures figuresBeside(const SliceRecord& slice, const SliceRecord& other) {
    const SliceFigures own = figuresOf(slice);
    const Latency latency = latencyOfCommon(slice, other);
    RoundFigures figures;
    figures.throughput = own.throughput.value_or(figures.throughput);
    figures.latencyP50 = latency.p50.value_or(figures.latencyP50);
    figures.latencyP99 = latency.p99.value_or(figures.latencyP99);
    if (own.finished > 0)
        figures.cpu =
            (slice.cpuUserSeconds + slice.cpuSystemSeconds) / static_cast<double>(own.finished);
    return figures;
}

ContenderResult figuresOf(const TrialRecord& trial, const Workload& workload) {
    ContenderResult result;
    result.label = trial.label;
    result.backend = trial.backend;
    result.status = trial.status;
    result.reason = trial.reason;
    result.notes = trial.notes;
    std::vector<const SliceRecord*> counted;
    for (const SliceRecord& slice : trial.slices) {
        if (!slice.warmUp) result.slices.push_back(figuresOf(slice));
        if (!counts(slice)) continue;
        counted.push_back(&slice);
        count(result.tasks, slice);
    }
    std::stable_sort(counted.begin(), counted.end(), [](const auto* left, const auto* right) {
        return left->round < right->round;
    });
    result.digest = digestOf(counted);
    result.throughput = throughputOf(result.slices);
    result.latency = pooled(counted, fromDue);
    result.service = pooled(counted, fromStart);
    result.queueing = pooled(counted, untilStart);
    result.waiting = waitingIn(counted);
    result.steps = stepLatencies(counted, workload.steps, result.service);
    result.usage = usageOf(trial, counted);
    return result;
}

} // namespace troika
