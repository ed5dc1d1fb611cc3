// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/depth_curves.h"

#include <algorithm>
#include <troika/stats/queue_depth.h>

namespace troika::ui {

namespace {

std::vector<CurvePoint> curveOf(const DepthCurve& depths, std::int64_t begin, std::size_t points) {
    constexpr double nanosecond = 1e-9;
    std::vector<CurvePoint> curve;
    for (const Depth& depth : thinned(depths, points)) {
        curve.push_back(
            {static_cast<double>(depth.at - begin) * nanosecond, static_cast<double>(depth.tasks)});
    }
    return curve;
}

} // namespace

DepthCurves depthCurves(const ContenderSamples& samples, std::size_t steps, std::size_t points) {
    std::vector<const SliceSamples*> counted;
    for (const SliceSamples& slice : samples.slices) {
        if (slice.counted && !slice.warmUp) counted.push_back(&slice);
    }
    if (counted.empty()) return {};
    std::ranges::stable_sort(counted, {}, &SliceSamples::round);
    const SliceSamples& slice = *counted[counted.size() / 2];
    DepthCurves curves{.round = slice.round + 1};
    curves.places.push_back(curveOf(waitingTasks(slice.samples), slice.begin, points));
    curves.places.push_back(curveOf(openTasks(slice.samples), slice.begin, points));
    for (std::size_t step = 0; steps > 1 && step < steps; ++step) {
        curves.places.push_back(
            curveOf(tasksAtStep(slice.samples, step, steps), slice.begin, points));
    }
    return curves;
}

void addDepths(RaceCurves& curves, const PointSamples& samples, std::size_t steps,
               std::size_t points) {
    for (const ContenderSamples& contender : samples.contenders) {
        curves[contender.label].depth = depthCurves(contender, steps, points);
    }
}

} // namespace troika::ui
