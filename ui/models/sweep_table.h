// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <troika/result/result.h>
#include <troika/scenario/catalogue.h>
#include <vector>

namespace troika::ui {

/// A swept parameter. `values` in base units, ascending.
struct SweepAxis {
    std::string path;
    Text owner; ///< Whose it is ("large pool"); empty for the scenario's own.
    Text title; ///< As declared ("Workers"); the path where nothing declares it.
    Unit unit = Unit::None;
    std::vector<double> values;

    bool operator==(const SweepAxis&) const = default;
};

/// Whether the values lie more evenly on a logarithmic axis than on a linear one: three or more,
/// all above 0.
[[nodiscard]] bool growsByFactors(const SweepAxis& axis);

/// Of a contender at a point. Missing: the run did not get there, or was stopped before it could
/// tell.
enum class Standing { Measured, Failed, Unavailable, Missing };

/// A figure, and 95 % of how sure it is: nothing where slices are too few to tell, or there is but
/// one figure for all of them.
struct SweptFigure {
    double value = 0;
    std::optional<Interval> interval;

    bool operator==(const SweptFigure&) const = default;
};

/// What one contender did at one point; nothing where there is no figure. Seconds, bytes, counts.
struct SweptFigures {
    Standing standing = Standing::Missing;
    Text reason;                                        ///< Why it failed, or is unavailable.
    std::optional<SweptFigure> throughput;              ///< Median of the slices.
    std::array<std::optional<SweptFigure>, 3> service;  ///< p50, p90, p99, from start.
    std::array<std::optional<SweptFigure>, 3> response; ///< The same from due.
    std::optional<SweptFigure> cpuOfTask;               ///< Processor seconds a finished task.
    std::optional<SweptFigure> memory;                  ///< Peak.
    std::optional<SweptFigure> switchesOfTask;          ///< Context switches a finished task.

    bool operator==(const SweptFigures&) const = default;
};

struct SweptPoint {
    std::size_t place = 0;                          ///< In RunResult::points.
    std::vector<double> at;                         ///< A value for each axis.
    std::map<std::string, SweptFigures> contenders; ///< By label.
    std::vector<Comparison> comparisons;
};

/// A swept race as a table, from which its curves, its map and its point chooser are made. Without
/// axes: nothing was swept.
struct SweepTable {
    std::vector<SweepAxis> axes;
    std::vector<SweptPoint> points; ///< As in RunResult::points.

    [[nodiscard]] bool empty() const { return axes.empty(); }
    /// Place of the point with these values; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> placeOf(const std::vector<double>& at) const;
};

/// p50, p90 and p99.
[[nodiscard]] std::array<std::optional<SweptFigure>, 3> sweptPercentiles(const Latency& latency);

[[nodiscard]] SweepTable sweepTable(const RunResult& result, const Catalogue& catalogue);

/// The same without any figures: what a scenario is going to measure.
[[nodiscard]] SweepTable plannedTable(const Scenario& scenario, const Catalogue& catalogue);

} // namespace troika::ui
