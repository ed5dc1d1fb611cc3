// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/program.h"
#include "integration/scenarios.h"
#include "platform/process_tree.h"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <thread>

using namespace troika::testing;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// The folders of a run in shared memory and on the disk.
bool foldersLeft(pid_t pid) {
    const std::string prefix = "troika-" + std::to_string(pid) + "-";
    for (const char* const where : {"/dev/shm", "/var/tmp"}) {
        for (const auto& entry : fs::directory_iterator(where)) {
            if (entry.path().filename().string().starts_with(prefix)) return true;
        }
    }
    return false;
}

bool anyAlive(const std::vector<pid_t>& processes) {
    for (const pid_t pid : processes) {
        if (::kill(pid, 0) == 0) return true;
    }
    return false;
}

/// A race under way: its runners, workers and origin are there.
std::vector<pid_t> awaitRace(const Program& program) {
    // Two guards with a runner each, two workers, the origin with its guard.
    std::vector<pid_t> processes;
    EXPECT_TRUE(becomesTrue(
        [&] {
            processes = troika::descendantsOf(program.pid());
            return processes.size() >= 8;
        },
        10));
    return processes;
}

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

TEST(CliStop, OnceKeepsWhatWasMeasured) {
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "out").string();
    Program program({"run", folder.file("long.json", longScenario), "--out", out, "--json"});
    const std::vector<pid_t> processes = awaitRace(program);
    // Long enough for some slices to end.
    std::this_thread::sleep_for(std::chrono::seconds(3));
    program.signal(SIGINT);
    EXPECT_TRUE(becomesTrue([&] { return !anyAlive(processes); }, 1.0));
    const pid_t pid = program.pid();
    const Ended ended = program.wait();
    EXPECT_EQ(ended.code, 130) << ended.err;
    EXPECT_FALSE(foldersLeft(pid));
    const Json result = Json::parse(ended.out);
    EXPECT_EQ(result["status"], "cancelled");
    std::int64_t finished = 0;
    for (const Json& one : result["points"][0]["contenders"]) {
        finished += one["tasks"]["finished"].get<std::int64_t>();
    }
    EXPECT_GT(finished, 0);
    const Ended shown = runTroika({"show", out + "/long.troika"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_NE(shown.out.find("Cancelled"), std::string::npos) << shown.out;
}

TEST(CliStop, TwiceLeavesAtOnceAndLeavesNothing) {
    const TemporaryFolder folder;
    Program program({"run", folder.file("long.json", longScenario)});
    const std::vector<pid_t> processes = awaitRace(program);
    const pid_t pid = program.pid();
    const auto begin = std::chrono::steady_clock::now();
    program.signal(SIGINT);
    program.signal(SIGTERM);
    const Ended ended = program.wait();
    EXPECT_EQ(ended.code, 130);
    EXPECT_LT(secondsSince(begin), 2.0);
    EXPECT_TRUE(becomesTrue([&] { return !anyAlive(processes) && !foldersLeft(pid); }, 2.0));
}

TEST(CliStop, KilledItLeavesNothingWithinTwoSeconds) {
    const TemporaryFolder folder;
    Program program({"run", folder.file("long.json", longScenario)});
    const std::vector<pid_t> processes = awaitRace(program);
    const pid_t pid = program.pid();
    program.signal(SIGKILL);
    EXPECT_EQ(program.wait().code, 128 + SIGKILL);
    EXPECT_TRUE(becomesTrue([&] { return !anyAlive(processes) && !foldersLeft(pid); }, 2.0));
}

TEST(CliStop, ASecondTroikaIsToldOfTheFirst) {
    const TemporaryFolder folder;
    Program first({"run", folder.file("long.json", longScenario)});
    awaitRace(first);
    const Ended second = runTroika({"run", folder.file("fakes.json", fakeScenario)});
    EXPECT_NE(second.err.find("Another Troika"), std::string::npos) << second.err;
    EXPECT_NE(second.out.find("Another Troika"), std::string::npos) << second.out;
    first.signal(SIGINT);
    EXPECT_EQ(first.wait().code, 130);
}
