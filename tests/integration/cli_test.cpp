// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/program.h"
#include "integration/scenarios.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

using namespace troika::testing;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(Cli, VersionAndHelpGoToStandardOutput) {
    const Ended version = runTroika({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_TRUE(version.out.starts_with("troika ")) << version.out;
    for (const char* const command : {"run", "show", "list", "doctor"}) {
        const Ended help = runTroika({command, "--help"});
        EXPECT_EQ(help.code, 0);
        EXPECT_TRUE(holds(help.out, "Options")) << help.out;
        EXPECT_EQ(help.err, "");
    }
    EXPECT_TRUE(holds(runTroika({"--help"}, {"LC_ALL=ru_RU.UTF-8"}).out, "Команды"));
}

TEST(Cli, AloneItTellsWhereToStart) {
    const Ended ended = runTroika({});
    EXPECT_EQ(ended.code, 0);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(holds(ended.err, "troika run downloads-families")) << ended.err;
}

TEST(Cli, BadUsageEndsWithTwo) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const std::vector<std::vector<std::string>> wrong{
        {"fly"},
        {"run"},
        {"run", scenario, "--fast"},
        {"run", scenario, "--rounds", "many"},
        {"run", scenario, "--max-time", "soon"},
        {"run", scenario, "--format", "json"},
        {"run", scenario, "--out", folder.path().string(), "--format", "xls"},
        {"run", scenario, "--lang", "fr"},
        {"list", "horses"},
        {"show", (folder.path() / "nothing.troika").string()},
        {"run", (folder.path() / "nothing.json").string()},
        {"run", folder.path().string()},
    };
    for (const auto& arguments : wrong) {
        const Ended ended = runTroika(arguments);
        EXPECT_EQ(ended.code, 2) << arguments.back();
        EXPECT_EQ(ended.out, "") << arguments.back();
        EXPECT_NE(ended.err, "") << arguments.back();
    }
}

TEST(Cli, ChartsAreDrawnByTheWindowOrToldToBeMissing) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const auto out = folder.path() / "out";
    const Ended ended =
        runTroika({"run", scenario, "--out", out.string(), "--format", "png,svg,pdf"});
    if (!std::filesystem::exists(TROIKA_BIN "/troika-window")) {
        EXPECT_EQ(ended.code, 2);
        EXPECT_TRUE(holds(ended.err, "no window")) << ended.err;
        return;
    }
    EXPECT_EQ(ended.code, 0) << ended.err;
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(out)) {
        EXPECT_GT(entry.file_size(), 1000U) << entry.path();
        files.insert(entry.path().filename());
    }
    EXPECT_EQ(files, (std::set<std::string>{"race.png", "race.svg", "race.pdf", "latency.png",
                                            "latency.svg", "latency.pdf"}));
}

TEST(Cli, EveryFindingIsToldAtOnce) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const Ended ended =
        runTroika({"run", scenario, "--set", "rounds=-3", "--set", "backends[slow].lanes=many",
                   "--set", "workload.steps.0.sizes=1"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.out, "");
    for (const char* const part : {"rounds\n", "-3", "backends[slow].lanes", "\"many\"",
                                   "workload.steps.0.sizes", "allowed", "3 things"}) {
        EXPECT_TRUE(holds(ended.err, part)) << part << "\n" << ended.err;
    }
    const Ended russian = runTroika({"run", scenario, "--rounds", "-3", "--lang", "ru"});
    EXPECT_EQ(russian.code, 2);
    EXPECT_TRUE(holds(russian.err, "допустимо")) << russian.err;
}

TEST(Cli, BrokenJsonIsToldWithItsPlace) {
    const TemporaryFolder folder;
    const Ended ended = runTroika({"run", folder.file("broken.json", "{\n  \"name\": ]\n}")});
    EXPECT_EQ(ended.code, 2);
    EXPECT_TRUE(holds(ended.err, "2")) << ended.err;
}

TEST(Cli, UnknownLabelsListTheKnownOnes) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("fakes.json", fakeScenario);
    const Ended ended = runTroika({"run", scenario, "--backends", "fast,quick"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_TRUE(holds(ended.err, "quick")) << ended.err;
    EXPECT_TRUE(holds(ended.err, "slow, fast")) << ended.err;
}

TEST(Cli, ADryRunStartsNothingAndTellsWhatItWouldDo) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("few.json", downloadScenario);
    const Ended ended = runTroika({"run", scenario, "--dry-run"});
    EXPECT_EQ(ended.code, 0);
    EXPECT_TRUE(holds(ended.out, "8 downloads of 10 KiB")) << ended.out;
    EXPECT_TRUE(holds(ended.out, "process.pool")) << ended.out;
    EXPECT_TRUE(holds(ended.out, "Nothing was started")) << ended.out;
    EXPECT_EQ(ended.err, "");
    const Ended russian = runTroika({"run", scenario, "--dry-run", "--lang", "ru"});
    EXPECT_TRUE(holds(russian.out, "8 загрузок по 10 КиБ")) << russian.out;
}

TEST(Cli, AFolderThatCannotBeWrittenIsFoundBeforeAnythingStarts) {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("long.json", longScenario);
    for (const std::string& out : {(folder.path() / "no" / "parent").string(), scenario}) {
        const Ended ended = runTroika({"run", scenario, "--out", out});
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.out, "");
        EXPECT_TRUE(holds(ended.err, "Nothing was started")) << ended.err;
    }
}

TEST(Cli, ListsAndTheDoctorSpeakJson) {
    const Json backends = Json::parse(runTroika({"list", "backends", "--json"}).out);
    ASSERT_GE(backends.size(), 4U);
    EXPECT_EQ(backends[0]["name"], "serial");
    for (const Json& one : backends) EXPECT_NE(one["name"], "fake");
    const Json doctor = Json::parse(runTroika({"doctor", "--json"}).out);
    ASSERT_TRUE(doctor.is_array());
    for (const Json& one : doctor) {
        EXPECT_FALSE(one["text"]["ru"].get<std::string>().empty()) << one.dump();
        const bool good = one["state"] == "good";
        EXPECT_EQ(one["advice"]["en"].get<std::string>().empty(), good) << one.dump();
    }
    EXPECT_TRUE(Json::parse(runTroika({"list", "scenarios", "--json"}).out).is_array());
    EXPECT_TRUE(holds(runTroika({"list", "backends"}).out, "thread.pool"));
}
