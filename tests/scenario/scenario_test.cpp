// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

#include <troika/sample/sample.h>

namespace troika::test {
namespace {

TEST(Scenario, CountsTasksAndSlices) {
    Scenario scenario = smallScenario();
    EXPECT_EQ(tasksPerSlice(scenario.workload), 64U);
    EXPECT_EQ(tasksPerSlice(Workload{}), 0U);
    EXPECT_EQ(scenario.contender("pool")->backend, "crew");
    EXPECT_EQ(scenario.contender("nobody"), nullptr);
    const std::tuple<int, int, int> table[] = {{0, 1, 3}, {1, 3, 6},   {1, 4, 7},
                                               {1, 5, 9}, {1, 10, 16}, {100, 1000, 1600}};
    for (const auto& [warmUp, rounds, slices] : table) {
        scenario.warmUpRounds = warmUp;
        scenario.rounds = rounds;
        EXPECT_EQ(slicesPerTrial(scenario), slices);
    }
}

TEST(Scenario, AContenderIsShownByItsTitleElseByItsLabel) {
    Scenario scenario;
    scenario.contenders = {{"both", {"small pool", "малый пул"}, "crew", {}},
                           {"english", {"large pool", ""}, "crew", {}},
                           {"russian", {"", "пул"}, "crew", {}},
                           {"none", {}, "crew", {}}};
    EXPECT_EQ(scenario.titleOf("both"), (Text{"small pool", "малый пул"}));
    EXPECT_EQ(scenario.titleOf("english"), (Text{"large pool", "large pool"}));
    EXPECT_EQ(scenario.titleOf("russian"), (Text{"russian", "пул"}));
    EXPECT_EQ(scenario.titleOf("none"), (Text{"none", "none"}));
    EXPECT_EQ(scenario.titleOf("stranger"), (Text{"stranger", "stranger"}));
}

TEST(Scenario, HasNoMoreStepsThanASampleHasRoomFor) {
    EXPECT_EQ(mostSteps, static_cast<std::size_t>(maximumSteps));
}

} // namespace
} // namespace troika::test
