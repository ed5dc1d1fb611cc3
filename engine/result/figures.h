// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <map>
#include <troika/result/analyse.h>

namespace troika {

/// What is compared of one contender in one round; NaN where there is no figure.
struct RoundFigures {
    double throughput = std::numeric_limits<double>::quiet_NaN();
    double latencyP50 = std::numeric_limits<double>::quiet_NaN();
    double latencyP99 = std::numeric_limits<double>::quiet_NaN();
    double cpu = std::numeric_limits<double>::quiet_NaN(); ///< Seconds a finished task.
};

/// By round. A round has one counted attempt; of several the last is taken.
using FiguresByRound = std::map<int, RoundFigures>;

[[nodiscard]] FiguresByRound figuresByRound(const TrialRecord& trial);

/// Slices that count towards the figures: measured, not warm-up, not disturbed.
[[nodiscard]] inline bool counts(const SliceRecord& slice) {
    return slice.counted && !slice.warmUp;
}

/// One slice's own figures.
[[nodiscard]] SliceFigures figuresOf(const SliceRecord& slice);

/// Everything about one contender that its own record tells.
[[nodiscard]] ContenderResult figuresOf(const TrialRecord& trial, const Workload& workload);

} // namespace troika
