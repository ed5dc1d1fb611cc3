// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sweep_table.h"

#include <set>

namespace troika::ui {

/// What is drawn of a sweep. Percentiles are a task's; processor time and context switches are told
/// for one task; memory is the peak of the whole process tree.
enum class Measure { Throughput, P50, P90, P99, Cpu, Memory, Switches };
inline constexpr std::array allMeasures{Measure::Throughput, Measure::P50, Measure::P90,
                                        Measure::P99,        Measure::Cpu, Measure::Memory,
                                        Measure::Switches};
/// Those on which the engine compares contenders, so that a winner can be clear.
inline constexpr std::array judgedMeasures{Measure::Throughput, Measure::P50, Measure::P99,
                                           Measure::Cpu};

/// In base units. Percentiles from a task's start, or from when it was due.
[[nodiscard]] std::optional<SweptFigure> figureOf(const SweptFigures& figures, Measure measure,
                                                  bool fromStart);

/// The highest percentile of which there is any figure; p99 where there is none of any.
[[nodiscard]] Measure highestPercentile(const SweepTable& table);

struct SweepPlace {
    double x = 0;                     ///< The swept value.
    double y = 0;                     ///< The figure.
    std::optional<Interval> interval; ///< Of y.
    std::size_t place = 0;            ///< Of the point.

    bool operator==(const SweepPlace&) const = default;
};

/// A contender's curve: pieces between points where it has no figure, by ascending x.
using SweepCurve = std::vector<std::vector<SweepPlace>>;

/// The curves over the first axis, by label. With two axes: along those points that share the
/// chosen one's second value.
[[nodiscard]] std::map<std::string, SweepCurve>
sweepCurves(const SweepTable& table, Measure measure, bool fromStart, std::size_t chosen);

/// One point as a cell of the map of winners.
struct MapCell {
    /// Clear: the engine's verdict is that the winner differs from the second. Unclear: it says
    /// otherwise, or compared the two with nobody. Alone: nobody else has a figure there.
    enum class State { Clear, Unclear, Alone, Failed, Unavailable, Missing };

    std::size_t place = 0;
    std::size_t column = 0; ///< Places of its values on the axes; row is 0 where there is but one.
    std::size_t row = 0;
    State state = State::Missing;
    std::string winner; ///< Label; empty where nobody has a figure.
    std::string second;
    std::optional<double> ratio; ///< How many times better than the second: 1 or more.

    bool operator==(const MapCell&) const = default;
};

/// Who wins each point on one of judgedMeasures, response times for percentiles; without those in
/// `hidden`.
[[nodiscard]] std::vector<MapCell> winnersMap(const SweepTable& table, Measure measure,
                                              const std::set<std::string>& hidden);

/// How often each contender wins, by label.
struct Wins {
    int clear = 0;
    int unclear = 0;
};
[[nodiscard]] std::map<std::string, Wins> winsOf(const std::vector<MapCell>& cells);

} // namespace troika::ui
