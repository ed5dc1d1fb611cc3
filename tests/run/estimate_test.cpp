// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/example.h"

#include <cstdio>
#include <gtest/gtest.h>
#include <troika/run/estimate.h>

using namespace troika;
using troika::testing::exampleOf;

namespace {

const Json slowDownloads = Json::array({{{"kind", "download"}, {"size", 0}, {"delay", "100 ms"}}});

} // namespace

TEST(Estimate, OneByOneEveryWaitCounts) {
    const Scenario scenario = exampleOf(slowDownloads, 20, Json::array({{{"backend", "serial"}}}));
    // 11 passes of 20 waits of 100 ms, and a little for starting.
    EXPECT_GT(estimateRun(scenario).count(), 22.0);
    EXPECT_LT(estimateRun(scenario).count(), 24.0);
}

TEST(Estimate, LanesShareTheWaits) {
    const Scenario scenario =
        exampleOf(slowDownloads, 20, Json::array({{{"backend", "thread.pool"}, {"workers", 10}}}));
    EXPECT_GT(estimateRun(scenario).count(), 2.2);
    EXPECT_LT(estimateRun(scenario).count(), 4.0);
}

TEST(Estimate, ALoopWaitsForAllAtOnceButComputesOneByOne) {
    const Json loop = Json::array({{{"backend", "async.loop"}}});
    EXPECT_LT(estimateRun(exampleOf(slowDownloads, 20, loop)).count(), 3.0);
    const Json work = Json::array({{{"kind", "compute"}, {"duration", "100 ms"}}});
    EXPECT_GT(estimateRun(exampleOf(work, 20, loop)).count(), 22.0);
}

TEST(Estimate, NoTasksTakeHardlyAnyTime) {
    const Scenario scenario = exampleOf(slowDownloads, 0, Json::array({{{"backend", "serial"}}}));
    EXPECT_LT(estimateRun(scenario).count(), 1.0);
}

TEST(Estimate, NoTaskWaitsLongerThanItsTimeout) {
    // The mean of what is drawn is some 1,400 s; nobody waits for it.
    const Json steps =
        Json::array({{{"kind", "download"},
                      {"size", 0},
                      {"delay", {{"distribution", "pareto"}, {"scale", "1 s"}, {"shape", 0.1}}}}});
    Scenario scenario = exampleOf(steps, 1, Json::array({{{"backend", "serial"}}}));
    scenario.workload.timeout = std::chrono::seconds(2);
    EXPECT_GT(estimateRun(scenario).count(), 22.0);
    EXPECT_LT(estimateRun(scenario).count(), 40.0);
}

TEST(Estimate, ARunOfMoreThanADayIsToldTheNearestThatFits) {
    Scenario scenario = exampleOf(slowDownloads, 1'000'000, Json::array({{{"backend", "serial"}}}));
    scenario.rounds = 2; // Of 28 hours each.
    const auto findings = checkDuration(scenario, std::nullopt);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].field, "workload.arrivals.tasks");
    EXPECT_EQ(findings[0].value, "1000000");
    EXPECT_TRUE(findings[0].problem.en.starts_with("would take about")) << findings[0].problem.en;
    int most = 0;
    ASSERT_EQ(std::sscanf(findings[0].allowed.en.c_str(), "at most %d here", &most), 1);
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{most});
    EXPECT_TRUE(checkDuration(scenario, std::nullopt).empty()) << most;
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{most} + 1);
    EXPECT_FALSE(checkDuration(scenario, std::nullopt).empty()) << most;

    scenario.rounds = 100;
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{100'000});
    const auto rounds = checkDuration(scenario, std::nullopt);
    ASSERT_EQ(rounds.size(), 1U);
    EXPECT_EQ(rounds[0].field, "rounds");
}
