// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/observations.h"

#include "run/bystanders.h"
#include "support/leftovers.h"
#include "support/sentences.h"

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
        test::expectSentences(doubt.evidence);
        test::expectSentences(doubt.advice);
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
    seen.ofShortSlices = {.seconds = 0.3, .capacity = 1};
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"noisy-machine"});
    seen.disturbedSlices = 1;
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"noisy-machine"}) << "both in one";
    seen.disturbedSlices = 0;
    seen.ofShortSlices = {.seconds = -0.3, .capacity = 1};
    EXPECT_TRUE(kinds(seen).empty());
    seen = {};
    seen.otherRuns = {4711};
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"another-troika"});
    seen = {};
    seen.roundsWanted = 10;
    seen.roundsRun = 4;
    EXPECT_EQ(kinds(seen), std::vector<std::string>{"fewer-rounds"});
}

TEST(DoubtsTest, rounds_are_not_missed_where_everybody_failed) {
    Observations seen;
    seen.roundsWanted = 10;
    PointResult point;
    point.contenders.resize(2);
    for (ContenderResult& one : point.contenders) one.status = TrialStatus::Failed;
    EXPECT_TRUE(doubtsOf(seen, {}, point).empty());
    point.contenders.front().status = TrialStatus::Finished;
    EXPECT_FALSE(doubtsOf(seen, {}, point).empty());
}

TEST(DoubtsTest, disturbed_slices_are_counted_in_both_languages) {
    Observations seen;
    seen.disturbedSlices = 1;
    seen.worstShare = 0.2;
    EXPECT_EQ(doubtsOf(seen, {}, {})[0].evidence.en,
              "Other programs used up to 20 % of the machine in 1 slice; 0 of these had to be "
              "counted.");
    seen.disturbedSlices = 5;
    seen.keptDisturbed = 2;
    EXPECT_EQ(doubtsOf(seen, {}, {})[0].evidence,
              (Text{"Other programs used up to 20 % of the machine in 5 slices; 2 of these had to "
                    "be counted.",
                    "Другие программы занимали до 20 % машины в 5 отрезках; из них всё же учтено: "
                    "2."}));
}

TEST(DoubtsTest, contenders_are_named_as_the_table_does) {
    Scenario scenario;
    scenario.contenders = {{"small", {"small pool", "малый пул"}, "thread.pool", {}}};
    Observations seen;
    seen.originLoad["small"] = {0.9};
    const auto doubts = doubtsOf(seen, scenario, {});
    ASSERT_EQ(doubts.size(), 1U);
    EXPECT_EQ(doubts[0].about, "small");
    EXPECT_EQ(doubts[0].evidence.en, "The origin used 90 % of a core while small pool worked.");
    EXPECT_NE(doubts[0].evidence.ru.find("«малый пул»"), std::string::npos);
}

TEST(DoubtsTest, failures_that_the_scenario_asks_for_raise_none) {
    Scenario scenario;
    scenario.contenders = {{"small", {"small pool", "малый пул"}, "thread.pool", {}}};
    PointResult point;
    point.contenders.resize(1);
    point.contenders[0].label = "small";
    point.contenders[0].tasks = {90, 10, 0, 10};
    EXPECT_TRUE(kinds({}, scenario, point).empty());
    point.contenders[0].tasks = {88, 11, 1, 10};
    EXPECT_EQ(kinds({}, scenario, point), std::vector<std::string>{"failed-tasks"});
    EXPECT_EQ(doubtsOf({}, scenario, point)[0].evidence.en,
              "Of the tasks of small pool, 1 failed unexpectedly, 1 got lost and 88 finished.");
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
    EXPECT_EQ(again.end(0, 1'000'000'000).share(), 0);
}

TEST(BystandersTest, a_tenth_of_the_machine_spoils_but_a_few_milliseconds_do_not) {
    EXPECT_TRUE((Disturbance{.seconds = 0.05, .capacity = 0.25}.spoils()));
    EXPECT_FALSE((Disturbance{.seconds = 0.005, .capacity = 0.0056}.spoils()));
    EXPECT_FALSE((Disturbance{.seconds = 5, .capacity = 100}.spoils()));
    EXPECT_TRUE((Disturbance{.seconds = 0.005, .capacity = 0.0056}.isTooShortToTell()));
    EXPECT_FALSE((Disturbance{.seconds = 0.005, .capacity = 0.2}.isTooShortToTell()));
}

} // namespace
} // namespace troika::test
