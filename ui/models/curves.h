// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace troika::ui {

/// A point's place in seconds.
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
};

/// `finishes`: of each round the seconds at which tasks finished, ascending. At most `points`
/// values of k are told, evenly spread, the last among them. A k is told for as many tasks as at
/// least half the rounds have finished.
[[nodiscard]] RaceCurve raceCurve(std::span<const std::vector<double>> finishes,
                                  std::size_t points = 200);

/// Where a share of tasks lies on the percentile axis, -log10(1 - q): 0 % at 0, 90 % at 1, 99 % at
/// 2. The tail gets as much room as the middle. `share` in [0, 1).
[[nodiscard]] double percentileAxis(double share);

/// Seconds that a share of tasks took at most, against percentileAxis(share), up to the highest
/// share with five values above it (see percentile.h). `ascending` in nanoseconds.
[[nodiscard]] std::vector<CurvePoint> percentileCurve(std::span<const std::int64_t> ascending,
                                                      std::size_t points = 200);

/// The marks of that curve: p50, p90, p99 and p99.9, as far as they can be told.
[[nodiscard]] std::vector<CurvePoint> percentileMarks(std::span<const std::int64_t> ascending);

} // namespace troika::ui
