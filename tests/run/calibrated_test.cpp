// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/calibrated.h"

#include "run/example.h"

#include <gtest/gtest.h>
#include <troika/scenario/points.h>

namespace troika::testing {
namespace {

Scenario timed() {
    return exampleOf(
        Json::parse(R"([{"kind": "compute", "kernel": "primes", "duration": "1 ms"}])"), 10,
        Json::array({{{"backend", "serial"}}}));
}

TEST(Calibrated, ADurationBecomesAnAmount) {
    Scenario scenario = timed();
    calibrateScenario(scenario);
    ASSERT_EQ(scenario.workload.steps.size(), 1U);
    EXPECT_FALSE(scenario.workload.steps[0].settings.has("duration"));
    EXPECT_GE(scenario.workload.steps[0].settings.integer("amount"), 1);
}

TEST(Calibrated, SweptDurationsBecomeAmountsOnTheSameRuler) {
    Scenario scenario = timed();
    Sweep sweep;
    sweep.path = "workload.steps.0.duration";
    sweep.unit = Unit::Seconds;
    sweep.values = {0.001, 0.004, 1e-9, 2e-9};
    scenario.sweep = {sweep};
    calibrateScenario(scenario);
    const Sweep& swept = scenario.sweep.at(0);
    EXPECT_EQ(swept.path, sweep.path) << "what was asked for is still there";
    EXPECT_EQ(swept.values, sweep.values);
    ASSERT_EQ(swept.amounts.size(), 4U);
    EXPECT_EQ(swept.amounts[0], scenario.workload.steps[0].settings.integer("amount"));
    EXPECT_NEAR(static_cast<double>(swept.amounts[1]), 4.0 * static_cast<double>(swept.amounts[0]),
                4);
    EXPECT_EQ(swept.amounts[2], 1);
    EXPECT_EQ(swept.amounts[3], 1) << "too short to differ";
    const auto points = pointsOf(scenario, catalogue());
    ASSERT_EQ(points.size(), 4U) << "it is a valid recipe";
    EXPECT_EQ(points[1].parameters, (Json{{sweep.path, "4 ms"}}));
    EXPECT_EQ(points[1].scenario.workload.steps[0].settings.integer("amount"), swept.amounts[1]);
}

TEST(Calibrated, ARecipeKeepsTheAmountsItHas) {
    Scenario scenario = timed();
    Sweep sweep;
    sweep.path = "workload.steps.0.duration";
    sweep.unit = Unit::Seconds;
    sweep.values = {0.001, 0.004};
    sweep.amounts = {70, 280};
    scenario.sweep = {sweep};
    EXPECT_EQ(pointsOf(scenario, catalogue()).size(), 2U) << "though its step has a duration";
    calibrateScenario(scenario);
    EXPECT_EQ(scenario.sweep.at(0), sweep);
}

TEST(Calibrated, OtherSweepsStayAsTheyAre) {
    Scenario scenario = timed();
    Sweep sweep;
    sweep.path = "workload.arrivals.tasks";
    sweep.values = {1, 2};
    scenario.sweep = {sweep};
    calibrateScenario(scenario);
    EXPECT_EQ(scenario.sweep.at(0), sweep);
}

} // namespace
} // namespace troika::testing
