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
    const Sweep& amounts = scenario.sweep.at(0);
    EXPECT_EQ(amounts.path, "workload.steps.0.amount");
    EXPECT_EQ(amounts.unit, Unit::None);
    ASSERT_EQ(amounts.values.size(), 4U);
    EXPECT_EQ(amounts.values[0],
              static_cast<double>(scenario.workload.steps[0].settings.integer("amount")));
    EXPECT_NEAR(amounts.values[1], 4 * amounts.values[0], 4);
    EXPECT_EQ(amounts.values[2], 1);
    EXPECT_EQ(amounts.values[3], 2) << "no value twice";
    EXPECT_EQ(pointsOf(scenario, catalogue()).size(), 4U) << "it is a valid recipe";
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
