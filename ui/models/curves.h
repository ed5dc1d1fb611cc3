// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/race_data.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace troika::ui {

/// A point of a curve; what its axes are, each function says.
struct CurvePoint {
    double x = 0;
    double y = 0;
    bool operator==(const CurvePoint&) const = default;
};

/// Tasks finished against the time since all were due, over several rounds: the k-th finish of each
/// round gives a median, and a band from the earliest to the latest.
struct RaceCurve {
    std::vector<double> tasks;  ///< k, ascending, from 0.
    std::vector<double> median; ///< Seconds, as the two below; same length.
    std::vector<double> earliest;
    std::vector<double> latest;
    bool operator==(const RaceCurve&) const = default;
};

/// At most `points` values of k are told, evenly spread, the last among them. A k is told for as
/// many tasks as at least half the rounds have finished; nothing goes back in time, also where
/// rounds finished different numbers. Rounds that are over, or, where none is, the one that runs.
[[nodiscard]] RaceCurve raceCurve(std::span<const RoundData> rounds, double tasksPerFinish,
                                  std::size_t points);

/// Tasks finished a second (y) over a contender's own working time in seconds (x): its rounds laid
/// end to end, without the time in which others worked. Told for at most `points` equal stretches,
/// at the middle of each; a stretch holds 32 finishes on average, or all there are.
[[nodiscard]] std::vector<CurvePoint> rateCurve(std::span<const RoundData> rounds,
                                                double tasksPerFinish, std::size_t points);

/// Where a share of tasks lies on the percentile axis, -log10(1 - q): 0 % at 0, 90 % at 1, 99 % at
/// 2. The tail gets as much room as the middle. `share` in [0, 1).
[[nodiscard]] double percentileAxis(double share);

/// Seconds that a share of tasks took at most (y), against percentileAxis(share), up to the highest
/// share with five values above it (see percentile.h). `ascending` in nanoseconds.
[[nodiscard]] std::vector<CurvePoint> percentileCurve(std::span<const std::int64_t> ascending,
                                                      std::size_t points);

/// The marks of that curve: p50, p90, p99 and p99.9, as far as they can be told.
[[nodiscard]] std::vector<CurvePoint> percentileMarks(std::span<const std::int64_t> ascending);

/// Stretches of a tenfold in a histogram.
inline constexpr int binsOfDecade = 10;

/// The share of tasks (y, 0 to 1) that took from x to x times the tenth root of ten seconds: the
/// same stretches for every contender. From the first that holds any to the last, and one without
/// any after it. `ascending` in nanoseconds.
[[nodiscard]] std::vector<CurvePoint> histogram(std::span<const std::int64_t> ascending);

} // namespace troika::ui
