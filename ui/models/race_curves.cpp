// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/race_curves.h"

namespace troika::ui {

namespace {

/// More stretches than this show noise, not change.
constexpr std::size_t rateStretches = 60;

LatencyCurves latencyCurves(const std::vector<std::int64_t>& ascending, std::size_t points) {
    return {percentileCurve(ascending, points), percentileMarks(ascending), histogram(ascending)};
}

} // namespace

RaceCurves raceCurves(const RaceData& data, std::size_t points) {
    RaceCurves curves;
    for (const auto& [label, contender] : data) {
        curves[label] = {.race = raceCurve(contender.rounds, contender.tasksPerFinish, points),
                         .rate =
                             rateCurve(contender.rounds, contender.tasksPerFinish, rateStretches),
                         .rounds = contender.throughput(),
                         .service = latencyCurves(contender.service, points),
                         .response = latencyCurves(contender.response, points)};
    }
    return curves;
}

} // namespace troika::ui
