// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/curves.h"

#include <map>
#include <string>
#include <vector>

namespace troika::ui {

/// How long tasks took, counted from their start or from when they were due.
struct LatencyCurves {
    std::vector<CurvePoint> percentiles;
    std::vector<CurvePoint> marks;
    std::vector<CurvePoint> histogram;
    bool operator==(const LatencyCurves&) const = default;
};

/// How many tasks stand somewhere (y) over the time of one round in seconds (x), each until the
/// next change.
struct DepthCurves {
    int round = 0; ///< Counted from 1; 0 where there is none.
    /// Due and not begun; due and not ended; then, of several steps, at each.
    std::vector<std::vector<CurvePoint>> places;
    bool operator==(const DepthCurves&) const = default;
};

/// Everything that is drawn of one contender (see curves.h).
struct ContenderCurves {
    RaceCurve race;
    std::vector<CurvePoint> rate;
    std::vector<CurvePoint> rounds; ///< Tasks a second of each round that is over, by its number.
    LatencyCurves service;
    LatencyCurves response;
    DepthCurves depth; ///< Of a result alone; see depth_curves.h.
};
using RaceCurves = std::map<std::string, ContenderCurves>; ///< By label.

/// Points of a curve while a race goes on, and once it has ended: what a screen can show, and what
/// is left to see when somebody zooms in.
inline constexpr std::size_t livePoints = 100;
inline constexpr std::size_t fullPoints = 2'000;

[[nodiscard]] RaceCurves raceCurves(const RaceData& data, std::size_t points);

} // namespace troika::ui
