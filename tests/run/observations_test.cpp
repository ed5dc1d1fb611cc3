// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/observations.h"

#include "run/bystanders.h"
#include "run/workspace.h"
#include "support/leftovers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sys/wait.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> kinds(const Observations& seen, const Scenario& scenario = {},
                               const PointResult& point = {}) {
    std::vector<std::string> names;
    for (const Doubt& doubt : doubtsOf(seen, scenario, point)) {
        EXPECT_FALSE(doubt.evidence.en.empty() || doubt.evidence.ru.empty()) << doubt.kind;
        EXPECT_FALSE(doubt.advice.en.empty() || doubt.advice.ru.empty()) << doubt.kind;
        names.push_back(doubt.kind);
    }
    return names;
}

TEST(DoubtsTest, a_quiet_run_raises_none) {
    Observations seen;
    seen.roundsWanted = seen.roundsRun = 10;
    seen.originLoad["serial"] = {0.1, 0.2, 0.1};
    EXPECT_TRUE(kinds(seen).empty());
}

TEST(DoubtsTest, each_observation_raises_its_own) {
    Observations seen;
    seen.originLoad["async.loop"] = {0.9, 0.95, 0.2};
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"origin-saturated"});
    seen = {};
    seen.disturbedSlices = 3;
    seen.worstShare = 0.4;
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"noisy-machine"});
    seen = {};
    seen.otherRuns = {4711};
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"another-troika"});
    seen = {};
    seen.roundsWanted = 10;
    seen.roundsRun = 4;
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"fewer-rounds"});
}

TEST(DoubtsTest, the_page_cache_is_named_unless_it_is_avoided) {
    Scenario scenario;
    Step step{"disk", {}};
    step.settings.set("cache", std::string("buffered"));
    step.settings.set("sync", std::string("none"));
    scenario.workload.steps = {step};
    EXPECT_EQ(kinds({}, scenario), std::vector<std::string>{"page-cache"});
    scenario.workload.steps[0].settings.set("cache", std::string("direct"));
    EXPECT_TRUE(kinds({}, scenario).empty());
}

TEST(BystandersTest, see_what_others_use_and_not_what_we_use) {
    volatile std::uint64_t sink = 0;
    const auto spin = [&](std::chrono::milliseconds time) {
        const auto until = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < until) sink = sink + 1;
    };
    const pid_t other = ::fork();
    if (other == 0) {
        spin(std::chrono::milliseconds(400));
        ::_exit(0);
    }
    const BystanderWatch watch(0);
    spin(std::chrono::milliseconds(150));
    const Disturbance seen = watch.end(0, 0);
    ::waitpid(other, nullptr, 0);
    EXPECT_GT(seen.seconds, 0.03);
    const BystanderWatch again(0);
    spin(std::chrono::milliseconds(50));
    // All that the machine did is accounted for as the trial's own.
    EXPECT_EQ(again.end(0, 1'000'000'000).seconds, 0);
}

TEST(BystandersTest, a_tenth_of_the_machine_spoils_but_a_few_milliseconds_do_not) {
    EXPECT_TRUE((Disturbance{.seconds = 0.05, .share = 0.2}.spoils()));
    EXPECT_FALSE((Disturbance{.seconds = 0.005, .share = 0.9}.spoils()));
    EXPECT_FALSE((Disturbance{.seconds = 5, .share = 0.05}.spoils()));
}

TEST(WorkspaceTest, gives_each_trial_its_own_place_and_goes_with_them) {
    fs::path memory;
    fs::path disk;
    const fs::path base = fs::temp_directory_path();
    {
        Workspace workspace(base);
        const auto first = workspace.next();
        const auto second = workspace.next();
        EXPECT_NE(first.memory, second.memory);
        EXPECT_EQ(first.memory.parent_path(), second.memory.parent_path());
        EXPECT_EQ(first.disk.parent_path().parent_path(), base);
        fs::create_directories(first.memory);
        fs::create_directories(first.disk);
        memory = first.memory.parent_path();
        disk = first.disk.parent_path();
        EXPECT_TRUE(workspace.otherRuns().empty() ||
                    workspace.otherRuns().front() != static_cast<int>(::getpid()));
    }
    EXPECT_FALSE(fs::exists(memory));
    EXPECT_FALSE(fs::exists(disk));
}

TEST(WorkspaceTest, tells_other_troikas_from_the_remains_of_dead_ones) {
    const pid_t living = ::fork();
    if (living == 0) {
        ::pause();
        ::_exit(0);
    }
    const pid_t dead = ::fork();
    if (dead == 0) ::_exit(0);
    ::waitpid(dead, nullptr, 0);
    const auto folder = [](pid_t pid) {
        return fs::path("/dev/shm") / ("troika-" + std::to_string(pid) + "-0test");
    };
    fs::create_directories(folder(living));
    fs::create_directories(folder(dead));
    const auto others = Workspace("/nowhere").otherRuns();
    EXPECT_NE(std::find(others.begin(), others.end(), living), others.end());
    EXPECT_EQ(std::find(others.begin(), others.end(), dead), others.end());
    EXPECT_FALSE(fs::exists(folder(dead)));
    EXPECT_TRUE(fs::exists(folder(living)));
    ::kill(living, SIGKILL);
    ::waitpid(living, nullptr, 0);
    fs::remove_all(folder(living));
}

} // namespace
} // namespace troika::test
