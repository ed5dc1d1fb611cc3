// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/program.h"
#include "integration/scenarios.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace troika::testing;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const char* const lanes = R"(sweep=[{"path": "backends[fast].lanes", "values": [1, 4]}])";

} // namespace

TEST(CliSweep, ADryRunSaysHowManyTrialsItWouldBe) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const Ended ended = runTroika({"run", scenario, "--set", lanes, "--dry-run"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(holds(ended.out, "Swept: backends[fast].lanes = 1, 4. 2 points, 4 trials."))
        << ended.out;
    const Ended russian = runTroika({"run", scenario, "--set", lanes, "--dry-run", "--lang", "ru"});
    EXPECT_TRUE(holds(russian.out, "Перебор: backends[fast].lanes = 1, 4. 2 точки, 4 испытания."))
        << russian.out;
}

TEST(CliSweep, ATableHasARowAPointAndAResultRepeatsIt) {
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "out").string();
    const Ended ended = runTroika({"run", folder.file("fakes.json", fakeScenario), "--set", lanes,
                                   "--out", out, "--rounds", "6"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(holds(ended.out, "the fast one is ahead at 2 of 2 points.")) << ended.out;
    EXPECT_TRUE(holds(ended.out, "- backends[fast].lanes = 4: the fast one finished 16"))
        << ended.out;
    const Ended shown = runTroika({"show", out + "/two-fakes.troika"});
    EXPECT_EQ(shown.out, ended.out);
    const Ended again = runTroika({"run", out + "/two-fakes.troika", "--json", "--quiet"});
    ASSERT_EQ(again.code, 0) << again.err;
    const Json result = Json::parse(again.out);
    ASSERT_EQ(result["points"].size(), 2U);
    EXPECT_EQ(result["points"][1]["parameters"], (Json{{"backends[fast].lanes", 4}}));
    EXPECT_EQ(result["scenario"]["sweep"],
              Json::parse(R"([{"path": "backends[fast].lanes", "values": [1, 4]}])"));
    const Ended plain =
        runTroika({"run", out + "/two-fakes.troika", "--set", "sweep=null", "--json", "--quiet"});
    EXPECT_EQ(Json::parse(plain.out)["points"].size(), 1U);
}

TEST(CliSweep, WhatCannotBeIsRefusedBeforeAnythingStarts) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const auto refused = [&](const std::vector<std::string>& more, const std::string& part) {
        std::vector<std::string> arguments{"run", scenario};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Ended ended = runTroika(arguments);
        EXPECT_EQ(ended.code, 2) << part;
        EXPECT_TRUE(holds(ended.err, part)) << part << "\n" << ended.err;
        EXPECT_EQ(ended.out, "");
    };
    const auto swept = [](const std::string& entry) {
        return std::vector<std::string>{"--set", "sweep=[" + entry + "]"};
    };
    refused(swept(R"({"path": "workload.steps.0.kernel", "values": [1]})"), "not a number");
    refused(swept(R"({"path": "backends[quick].lanes", "values": [1]})"),
            "there is no backends[quick].lanes");
    refused(swept(R"({"path": "seed", "from": 1, "to": 20000, "step": 1})"), "at most 5000");
    refused(swept(R"({"path": "backends[fast].lanes", "values": [1, 5000]})"), "sweep.0.values.1");
    refused({"--set", lanes, "--backends", "slow"}, "there is no backends[fast].lanes");
    refused({"--set",
             "workload.arrivals={\"kind\": \"closed\", \"in_flight\": 1, \"duration\": "
             "\"60 s\"}",
             "--set", "rounds=1000"},
            "24 hours");
}

TEST(CliSweep, RealDownloadsRaceAtEveryPoint) {
    const TemporaryFolder folder;
    const Ended ended = runTroika(
        {"run", folder.file("few.json", downloadScenario), "--json", "--rounds", "2", "--set",
         R"(sweep=[{"path": "backends[thread.pool].workers", "from": 1, "to": 4, "factor": 2},
                   {"path": "workload.steps.0.delay", "values": ["1 ms", "2 ms"]}])"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    const Json result = Json::parse(ended.out);
    ASSERT_EQ(result["points"].size(), 6U);
    for (const Json& point : result["points"]) {
        for (const Json& one : point["contenders"]) {
            EXPECT_EQ(one["status"], "finished") << one["reason"].dump();
            EXPECT_EQ(one["tasks"]["finished"], 16);
        }
    }
}
