// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/blame.h"

#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

const Text problem{"too much", "слишком много"};

double roundsTimesTasks(const Scenario& scenario) {
    return static_cast<double>(scenario.rounds) *
           static_cast<double>(tasksPerSlice(scenario.workload));
}

TEST(Blame, NamesTheFirstFieldThatSufficesAndHowFar) {
    const Finding finding =
        blame(smallScenario(), smallCatalogue(), {1}, roundsTimesTasks, 100, problem);
    EXPECT_EQ(told(finding), "workload.arrivals.tasks | 64 | too much | at most 10 here");
}

TEST(Blame, GoesOnToRoundsWhereTasksAreNoHelp) {
    const Need rounds = [](const Scenario& scenario) { return scenario.rounds * 1.5; };
    const Finding finding = blame(smallScenario(), smallCatalogue(), {0, 1}, rounds, 3, problem);
    EXPECT_EQ(told(finding), "rounds | 10 | too much | at most 2 here");
}

TEST(Blame, PrefersTheContendersInTheirOrder) {
    const Need workers = [](const Scenario& scenario) {
        return static_cast<double>(scenario.contenders[1].settings.integer("workers")) *
               scenario.rounds;
    };
    const Finding finding = blame(smallScenario(), smallCatalogue(), {0, 1}, workers, 79, problem);
    EXPECT_EQ(told(finding), "backends[pool].workers | 8 | too much | at most 7 here");
}

TEST(Blame, SaysSoWhereNoSingleFieldSuffices) {
    const Need always = [](const Scenario&) { return 5.0; };
    EXPECT_EQ(blame(smallScenario(), smallCatalogue(), {1, 0}, always, 4, problem).field,
              "backends[pool]");
    EXPECT_EQ(blame(smallScenario(), smallCatalogue(), {}, always, 4, problem).field,
              "workload.arrivals");
}

} // namespace
} // namespace troika::test
