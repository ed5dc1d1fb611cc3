// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/example.h"

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
