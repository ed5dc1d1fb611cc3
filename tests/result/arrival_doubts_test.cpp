// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/arrival_doubts.h"

#include "result/example.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

Scenario open(double rate) {
    Scenario scenario = example::scenario();
    scenario.workload.arrivals = {"open", {}};
    scenario.workload.arrivals.settings.set("rate", rate);
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{200});
    return scenario;
}

/// Six rounds of 200 tasks, due every `gap` and done one after the other in 1,000 ns each.
TrialRecord served(std::int64_t gap) {
    TrialRecord trial = example::trial("small", 6, 200, 1000);
    for (SliceRecord& slice : trial.slices) {
        std::int64_t free = 0;
        for (std::size_t task = 0; task < slice.samples.size(); ++task) {
            Sample& sample = slice.samples[task];
            sample.due = slice.begin + static_cast<std::int64_t>(task) * gap;
            sample.start = std::max(sample.due, free);
            sample.end = free = sample.start + 1000;
        }
    }
    return trial;
}

std::vector<std::string> kinds(const Scenario& scenario, const TrialRecord& trial) {
    std::vector<std::string> all;
    for (const Doubt& doubt : arrivalDoubts(scenario, std::vector{trial})) {
        test::expectSentences(doubt.evidence);
        test::expectSentences(doubt.advice);
        all.push_back(doubt.kind);
    }
    return all;
}

TEST(ArrivalDoubts, WhoKeepsUpHasNone) {
    EXPECT_TRUE(kinds(open(500'000), served(2'000)).empty());
    EXPECT_TRUE(arrivalDoubts(open(1), {}).empty());
}

TEST(ArrivalDoubts, WhoCannotKeepUpIsOverloaded) {
    EXPECT_EQ(kinds(open(2e6), served(500)), std::vector<std::string>{"overloaded"});
    const auto doubts = arrivalDoubts(open(2e6), std::vector{served(500)});
    EXPECT_EQ(doubts[0].about, "small");
    EXPECT_EQ(doubts[0].evidence.en,
              "Tasks came faster than small pool could do them: halfway through a slice 51 of them "
              "were due and not ended, and 101 when the last one came.");
}

TEST(ArrivalDoubts, ABatchIsNeverOverloaded) {
    EXPECT_TRUE(kinds(example::scenario(), served(500)).empty());
}

TEST(ArrivalDoubts, SlicesThatDoNotCountRaiseNone) {
    TrialRecord trial = served(500);
    for (SliceRecord& slice : trial.slices) slice.counted = false;
    EXPECT_TRUE(kinds(open(2e6), trial).empty());
}

TEST(ArrivalDoubts, ALogThatIsFullBeforeTheTimeIsOverIsTold) {
    Scenario scenario = example::scenario();
    scenario.workload.arrivals = {"closed", {}};
    scenario.workload.arrivals.settings.set("duration", 5.0);
    TrialRecord trial = served(1000);
    EXPECT_TRUE(kinds(scenario, trial).empty());
    for (SliceRecord& slice : trial.slices) slice.samples.resize(mostClosedTasks);
    EXPECT_EQ(kinds(scenario, trial), std::vector<std::string>{"log-full"});
    EXPECT_EQ(arrivalDoubts(scenario, std::vector{trial})[0].evidence.en,
              "A slice has room for 100000 tasks, and small pool had done them before the time was "
              "over (slices: 6).");
}

} // namespace
} // namespace troika
