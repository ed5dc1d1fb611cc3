// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"
#include "scenario/sweep_fields.h"

#include <algorithm>

namespace troika::test {
namespace {

std::vector<std::string> pathsOf(const std::vector<SweepField>& fields) {
    std::vector<std::string> paths;
    for (const SweepField& field : fields) paths.push_back(field.path);
    return paths;
}

TEST(SweepFields, AreTheNumbersOfAScenario) {
    const auto fields = sweepFields(smallScenario(), smallCatalogue());
    EXPECT_EQ(pathsOf(fields),
              (std::vector<std::string>{
                  "workload.steps.0.size", "workload.steps.0.delay", "workload.steps.0.bandwidth",
                  "workload.steps.0.failures", "workload.steps.0.pause", "workload.arrivals.tasks",
                  "backends[pool].workers", "rounds", "warm_up.rounds", "workload.timeout"}));
    EXPECT_EQ(fields[0].now, 100 * 1024);
    EXPECT_EQ(fields[1].now, 0.015);
    EXPECT_EQ(fields[1].unit, Unit::Seconds);
    EXPECT_EQ(fields[2].now, std::nullopt);
    EXPECT_EQ(fields[6].owner.en, "pool");
    EXPECT_EQ(fields[6].high, 4096);
    EXPECT_EQ(fields[9].now, 30);
}

TEST(SweepFields, ADelayHasTheParametersOfItsDistribution) {
    Json document = smallDocument();
    document["workload"]["steps"][0]["delay"] =
        Json::parse(R"({"distribution": "log-normal", "median": "2 ms", "sigma": 0.5})");
    const auto fields = sweepFields(readRight(document), smallCatalogue());
    EXPECT_EQ(fields[1].path, "workload.steps.0.delay.median");
    EXPECT_EQ(fields[1].now, 0.002);
    EXPECT_EQ(fields[2].path, "workload.steps.0.delay.sigma");
    EXPECT_EQ(fields[2].unit, Unit::None);
}

TEST(SweepFields, PathsOfOneThingAreOne) {
    const Scenario scenario = smallScenario();
    using Paths = std::vector<std::string>;
    EXPECT_EQ(plainPaths("backends.1.workers", scenario), Paths{"backends[pool].workers"});
    EXPECT_EQ(plainPaths("backends[*].workers", scenario),
              (Paths{"backends[lone].workers", "backends[pool].workers"}));
    EXPECT_EQ(plainPaths("rounds", scenario), Paths{"rounds"});
    EXPECT_EQ(plainPaths("rounds..", scenario), Paths{});
}

TEST(SweepFields, NumbersWithinListsCountToo) {
    Json document = writeScenario(smallScenario(), smallCatalogue());
    document["workload"]["steps"][0]["stalls"] = Json::parse(R"([{"at": "5 s", "for": 1}])");
    const auto paths = numericPaths(smallScenario(), smallCatalogue(), document);
    for (const char* path : {"workload.steps.0.stalls.0.at", "workload.steps.0.stalls.0.for",
                             "workload.steps.0.delay.mean", "seed", "rounds"}) {
        EXPECT_NE(std::ranges::find(paths, path), paths.end()) << path;
    }
    EXPECT_EQ(std::ranges::find(paths, "workload.steps.0.mode"), paths.end());
}

TEST(SweepFields, FindsWhatStandsAtAPath) {
    const Json document = writeScenario(smallScenario(), smallCatalogue());
    EXPECT_EQ(*fieldAt(document, "backends[pool].workers"), 8);
    EXPECT_EQ(*fieldAt(document, "backends.1.workers"), 8);
    EXPECT_EQ(*fieldAt(document, "workload.steps.0.size"), "100 KiB");
    for (const char* path : {"backends[none].workers", "backends.7.workers", "rounds.x", "a..b"}) {
        EXPECT_EQ(fieldAt(document, path), nullptr) << path;
    }
}

} // namespace
} // namespace troika::test
