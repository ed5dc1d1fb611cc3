// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

#include <troika/scenario/points.h>

namespace troika::test {
namespace {

Scenario swept(const char* sweep) {
    Json document = smallDocument();
    document["sweep"] = Json::parse(sweep);
    return readRight(document);
}

TEST(Points, AScenarioWithoutASweepIsItsOwnPoint) {
    const auto points = pointsOf(smallScenario(), smallCatalogue());
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].parameters, Json::object());
    EXPECT_EQ(points[0].scenario, smallScenario());
    EXPECT_EQ(pointCount(smallScenario()), 1U);
    EXPECT_EQ(trialCount(smallScenario()), 2U);
}

TEST(Points, HaveOneValueEach) {
    const Scenario scenario =
        swept(R"([{"path": "backends[pool].workers", "values": [1, 2, 16]}])");
    const auto points = pointsOf(scenario, smallCatalogue());
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(trialCount(scenario), 6U);
    for (const auto& [place, workers] : {std::pair(0U, 1), std::pair(1U, 2), std::pair(2U, 16)}) {
        Scenario expected = smallScenario();
        expected.contenders[1].settings.set("workers", std::int64_t{workers});
        EXPECT_EQ(points[place].scenario, expected);
        EXPECT_EQ(points[place].parameters, (Json{{"backends[pool].workers", workers}}));
    }
    EXPECT_EQ(firstPointOf(scenario, smallCatalogue()), points[0].scenario);
}

TEST(Points, OfAGridRunThroughTheLastSweepFirst) {
    const auto points =
        pointsOf(swept(R"([{"path": "workload.steps.0.delay", "values": [0.01, "1 s"]},
                  {"path": "workload.arrivals.tasks", "from": 8, "to": 32, "factor": 2}])"),
                 smallCatalogue());
    ASSERT_EQ(points.size(), 6U);
    EXPECT_EQ(points[1].parameters.dump(),
              R"({"workload.steps.0.delay":"10 ms","workload.arrivals.tasks":16})");
    EXPECT_EQ(points[3].parameters.dump(),
              R"({"workload.steps.0.delay":"1 s","workload.arrivals.tasks":8})");
    EXPECT_EQ(points[3].scenario.workload.steps[0].settings.delay("delay").first, 1);
    EXPECT_EQ(points[3].scenario.workload.arrivals.settings.integer("tasks"), 8);
}

TEST(Points, AStarMeansEverybody) {
    Json document = smallDocument();
    document["backends"][0] = {{"backend", "crew"}};
    document["sweep"] = {{{"path", "backends[*].workers"}, {"values", {3, 5}}}};
    const auto points = pointsOf(readRight(document), smallCatalogue());
    ASSERT_EQ(points.size(), 2U);
    for (const Contender& contender : points[1].scenario.contenders) {
        EXPECT_EQ(contender.settings.integer("workers"), 5);
    }
}

TEST(Points, ASweptScenarioIsWrittenAndReadBackTheSame) {
    for (
        const char* sweep :
        {R"([{"path": "backends[pool].workers", "values": [1, 2, 16]}])",
         R"([{"path": "workload.steps.0.size", "from": 1024, "to": "1 MiB", "factor": 2}])",
         R"([{"path": "seed", "from": 1, "to": 5, "step": 2}, {"path": "rounds", "values": [7]}])"}) {
        const Scenario scenario = swept(sweep);
        EXPECT_EQ(readRight(writeScenario(scenario, smallCatalogue())), scenario);
    }
}

} // namespace
} // namespace troika::test
