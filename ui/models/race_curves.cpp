// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/race_curves.h"

namespace troika::ui {

namespace {

/// More stretches than this show noise, not change.
constexpr std::size_t rateStretches = 60;

LatencyCurves latencyCurves(const std::vector<std::int64_t>& ascending, std::size_t points) {
    return {percentileCurve(ascending, points), percentileMarks(ascending), histogram(ascending)};
}

std::vector<CurvePoint> roundCurve(const std::vector<RoundData>& rounds) {
    std::vector<CurvePoint> curve;
    for (const RoundData& round : rounds) {
        if (!round.over || round.seconds <= 0) continue;
        curve.push_back({static_cast<double>(round.round + 1),
                         static_cast<double>(round.finished) / round.seconds});
    }
    return curve;
}

} // namespace

RaceCurves raceCurves(const RaceData& data, std::size_t points) {
    RaceCurves curves;
    for (const auto& [label, contender] : data) {
        curves[label] = {.race = raceCurve(contender.rounds, contender.tasksPerFinish, points),
                         .rate =
                             rateCurve(contender.rounds, contender.tasksPerFinish, rateStretches),
                         .rounds = roundCurve(contender.rounds),
                         .service = latencyCurves(contender.service, points),
                         .response = latencyCurves(contender.response, points)};
    }
    return curves;
}

} // namespace troika::ui
