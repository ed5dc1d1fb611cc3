// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/program.h"
#include "integration/scenarios.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace troika::testing;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const Json* contender(const Json& result, const std::string& label) {
    for (const Json& one : result["points"][0]["contenders"]) {
        if (one["label"] == label) return &one;
    }
    return nullptr;
}

} // namespace

TEST(CliRun, FakesGiveATableOnStandardOutputAlone) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const Ended ended = runTroika({"run", scenario});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(ended.out.starts_with("Two fakes\n")) << ended.out;
    EXPECT_TRUE(holds(ended.out, "the fast one")) << ended.out;
    EXPECT_FALSE(holds(ended.out, "\033")) << ended.out;
    EXPECT_FALSE(holds(ended.err, "\r")) << ended.err;
    const Ended quiet = runTroika({"run", scenario, "--quiet", "--lang", "ru"});
    EXPECT_EQ(quiet.code, 0);
    EXPECT_EQ(quiet.err, "");
    EXPECT_TRUE(quiet.out.starts_with("Две имитации\n")) << quiet.out;
    EXPECT_TRUE(holds(quiet.out, "быстрая")) << quiet.out;
}

TEST(CliRun, FakesAreExact) {
    const TemporaryFolder folder;
    const Ended ended = runTroika({"run", folder.file("fakes.json", fakeScenario), "--json",
                                   "--rounds", "7", "--set", "backends[*].lanes=2", "--seed", "9"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    const Json result = Json::parse(ended.out);
    EXPECT_EQ(result["scenario"]["rounds"], 7);
    EXPECT_EQ(result["scenario"]["seed"], 9);
    const Json* fast = contender(result, "fast");
    ASSERT_NE(fast, nullptr);
    EXPECT_EQ((*fast)["tasks"]["finished"], 700);
    EXPECT_NEAR((*fast)["throughput"]["median"].get<double>(), 2000, 1e-6);
    EXPECT_NEAR((*fast)["service"]["p50"].get<double>(), 1e-3, 1e-12);
}

TEST(CliRun, DownloadsAreRealAndTheResultFitsTheSchema) {
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "out").string();
    const Ended ended =
        runTroika({"run", folder.file("few.json", downloadScenario), "--out", out, "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err << ended.out;
    const Json result = Json::parse(ended.out);
    ASSERT_EQ(result["points"][0]["contenders"].size(), 4U);
    for (const Json& one : result["points"][0]["contenders"]) {
        EXPECT_EQ(one["status"], "finished") << one["reason"].dump();
        EXPECT_EQ(one["tasks"]["finished"], 40);
        EXPECT_EQ(one["digest"], result["points"][0]["contenders"][0]["digest"]);
    }
    for (const char* const name :
         {"few-downloads.troika", "result.json", "summary.csv", "samples.csv"}) {
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "out" / name)) << name;
        EXPECT_TRUE(holds(ended.err, name)) << ended.err;
    }
    if (std::system("python3 -c 'import jsonschema' 2>/dev/null") != 0) {
        GTEST_SKIP() << "python3 has no jsonschema";
    }
    const std::string check = "python3 -c 'import json,sys,jsonschema; "
                              "jsonschema.validate(json.load(open(sys.argv[1])), "
                              "json.load(open(sys.argv[2])))' '" +
                              out + "/result.json' '" + TROIKA_SOURCE +
                              "/resources/schema/troika-result.json'";
    EXPECT_EQ(std::system(check.c_str()), 0);
}

TEST(CliRun, AResultIsShownAndRepeated) {
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "out").string();
    const Ended first = runTroika(
        {"run", folder.file("fakes.json", fakeScenario), "--out", out, "--format", "troika"});
    ASSERT_EQ(first.code, 0) << first.err;
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out" / "result.json"));
    const std::string file = out + "/two-fakes.troika";
    const Ended shown = runTroika({"show", file});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_EQ(shown.out, first.out);
    const Ended exported = runTroika({"show", file, "--json", "--out", out, "--format", "csv"});
    EXPECT_EQ(exported.code, 0) << exported.err;
    EXPECT_EQ(Json::parse(exported.out)["scenario"]["name"], "two-fakes");
    EXPECT_TRUE(holds(contentsOf(folder.path() / "out" / "samples.csv"), "finished"));
    const Ended again = runTroika({"run", file, "--rounds", "5", "--json"});
    ASSERT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(Json::parse(again.out)["scenario"]["rounds"], 5);
}

TEST(CliRun, ShowingAResultWithoutSamplesKeepsThoseThatAreThere) {
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "out").string();
    const Ended first =
        runTroika({"run", folder.file("fakes.json", fakeScenario), "--out", out, "--quiet"});
    ASSERT_EQ(first.code, 0) << first.err;
    const std::string archive = contentsOf(folder.path() / "out" / "two-fakes.troika");
    const std::string samples = contentsOf(folder.path() / "out" / "samples.csv");
    const Ended shown = runTroika({"show", out + "/result.json", "--out", out});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_TRUE(holds(shown.err, "holds no samples")) << shown.err;
    EXPECT_TRUE(holds(shown.err, "summary.csv")) << shown.err;
    const Ended refused =
        runTroika({"show", out + "/result.json", "--out", out, "--format", "troika"});
    EXPECT_EQ(refused.code, 2) << refused.err;
    EXPECT_EQ(contentsOf(folder.path() / "out" / "two-fakes.troika"), archive);
    EXPECT_EQ(contentsOf(folder.path() / "out" / "samples.csv"), samples);
}

TEST(CliRun, TheResultIsWrittenBeforeItsSamples) {
    const TemporaryFolder folder;
    const Ended ended = runTroika({"run", folder.file("fakes.json", fakeScenario), "--out",
                                   (folder.path() / "out").string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_LT(ended.err.find("result.json"), ended.err.find("two-fakes.troika")) << ended.err;
    EXPECT_LT(ended.err.find("result.json"), ended.err.find("samples.csv")) << ended.err;
}

TEST(CliRun, OnlySomeContenders) {
    const TemporaryFolder folder;
    const Ended ended =
        runTroika({"run", folder.file("fakes.json", fakeScenario), "--backends", "fast", "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    const Json result = Json::parse(ended.out);
    EXPECT_EQ(result["points"][0]["contenders"].size(), 1U);
    EXPECT_EQ(result["scenario"]["baseline"], "fast");
}

TEST(CliRun, AContenderThatDiesIsToldAndTheOthersGoOn) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const Ended ended =
        runTroika({"run", scenario, "--set", "backends[slow].die_in_slice=3", "--json"});
    EXPECT_EQ(ended.code, 1) << ended.err;
    const Json result = Json::parse(ended.out);
    EXPECT_EQ(result["status"], "failed");
    EXPECT_EQ((*contender(result, "slow"))["status"], "failed");
    EXPECT_EQ((*contender(result, "fast"))["status"], "finished");
    EXPECT_EQ((*contender(result, "fast"))["tasks"]["finished"], 600);
    const Ended table = runTroika({"run", scenario, "--set", "backends[slow].die_in_slice=3"});
    EXPECT_TRUE(holds(table.out, "slow: failed: ")) << table.out;
}

TEST(CliRun, OtherWorkFailsLoudly) {
    const TemporaryFolder folder;
    const Ended ended = runTroika({"run", folder.file("fakes.json", fakeScenario), "--set",
                                   "backends[fast].digest=5", "--json"});
    EXPECT_EQ(ended.code, 1);
    const Json result = Json::parse(ended.out);
    EXPECT_EQ((*contender(result, "fast"))["reason"]["code"], "digest-mismatch");
}

TEST(CliRun, AFullStandardOutputIsAFailure) {
    const TemporaryFolder folder;
    const std::string command =
        "'" TROIKA_BIN "/troika' run '" + folder.file("fakes.json", fakeScenario) + "' --quiet";
    EXPECT_EQ(WEXITSTATUS(std::system((command + " >/dev/full 2>/dev/null").c_str())), 1);
    EXPECT_EQ(WEXITSTATUS(std::system((command + " | head -n 1 >/dev/null").c_str())), 0);
}
