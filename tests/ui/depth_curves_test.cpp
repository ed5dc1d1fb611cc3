// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/depth_curves.h"

#include <gtest/gtest.h>

namespace troika::ui {
namespace {

/// Due at once at second 1; begun one after another, a second each.
SliceSamples slice(int round, int tasks) {
    constexpr std::int64_t second = 1'000'000'000;
    SliceSamples made{.round = round, .counted = true, .begin = second};
    for (int i = 0; i < tasks; ++i) {
        Sample sample;
        sample.due = second;
        sample.start = (1 + i) * second;
        sample.end = (2 + i) * second;
        sample.outcome = Outcome::Finished;
        made.samples.push_back(sample);
    }
    return made;
}

TEST(DepthCurvesTest, without_a_counted_round_there_is_nothing) {
    EXPECT_TRUE(depthCurves({}, 1, 100).places.empty());
    SliceSamples discounted = slice(0, 3);
    discounted.counted = false;
    SliceSamples warm = slice(0, 3);
    warm.warmUp = true;
    EXPECT_EQ(depthCurves({"pool", {discounted, warm}}, 1, 100).round, 0);
}

TEST(DepthCurvesTest, tells_who_waits_and_who_is_there_in_seconds_of_the_round) {
    const DepthCurves curves = depthCurves({"pool", {slice(0, 3)}}, 1, 100);
    ASSERT_EQ(curves.places.size(), 2U);
    EXPECT_EQ(curves.round, 1);
    EXPECT_EQ(curves.places[0], (std::vector<CurvePoint>{{0, 2}, {1, 1}, {2, 0}}));
    EXPECT_EQ(curves.places[1], (std::vector<CurvePoint>{{0, 3}, {1, 2}, {2, 1}, {3, 0}}));
}

TEST(DepthCurvesTest, takes_the_middle_round) {
    const ContenderSamples samples{"pool", {slice(2, 1), slice(0, 5), slice(1, 3)}};
    EXPECT_EQ(depthCurves(samples, 1, 100).round, 2);
}

TEST(DepthCurvesTest, of_several_steps_each_is_told) {
    RaceCurves curves;
    addDepths(curves, {{{"pool", {slice(0, 3)}}}}, 2, 100);
    EXPECT_EQ(curves.at("pool").depth.places.size(), 4U);
}

} // namespace
} // namespace troika::ui
