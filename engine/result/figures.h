// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <map>
#include <troika/result/analyse.h>

namespace troika {

/// What is compared of one contender in one round; NaN where there is no figure. Latency is of the
/// tasks that the other one finished too: who loses its slow tasks is not the faster for it.
struct RoundFigures {
    double throughput = std::numeric_limits<double>::quiet_NaN();
    double latencyP50 = std::numeric_limits<double>::quiet_NaN();
    double latencyP99 = std::numeric_limits<double>::quiet_NaN();
    double cpu = std::numeric_limits<double>::quiet_NaN(); ///< Seconds a finished task.
};

/// Slices that count towards the figures: measured, not warm-up, not disturbed.
[[nodiscard]] inline bool counts(const SliceRecord& slice) {
    return slice.counted && !slice.warmUp;
}

/// The slices that count, by round. A round has one; of several the last is taken.
using SlicesByRound = std::map<int, const SliceRecord*>;
[[nodiscard]] SlicesByRound countedSlices(const TrialRecord& trial);

/// Adds how the tasks of one slice ended.
void count(TaskCounts& tasks, const SliceRecord& slice);

/// One slice's figures beside those of another contender in the same round.
[[nodiscard]] RoundFigures figuresBeside(const SliceRecord& slice, const SliceRecord& other);

/// One slice's own figures.
[[nodiscard]] SliceFigures figuresOf(const SliceRecord& slice);

/// Everything about one contender that its own record tells.
[[nodiscard]] ContenderResult figuresOf(const TrialRecord& trial, const Workload& workload);

} // namespace troika
