// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <regex>
#include <troika/result/result.h>

namespace troika {
namespace {

TEST(ResultId, IsNewEachTime) {
    EXPECT_TRUE(std::regex_match(newResultId(), std::regex("[0-9a-f]{32}")));
    EXPECT_NE(newResultId(), newResultId());
}

TEST(TimeStamp, IsIso8601InUtc) {
    EXPECT_TRUE(
        std::regex_match(timeStampNow(), std::regex(R"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)")));
}

TEST(ThisTroika, NamesVersionAndCommit) {
    EXPECT_TRUE(std::regex_match(thisTroika(), std::regex(R"(\d+\.\d+\.\d+ \(.+\))")));
}

TEST(StatusNames, AreThoseOfTheFile) {
    EXPECT_EQ(name(TrialStatus::Unavailable), "unavailable");
    EXPECT_EQ(name(TrialStatus::Finished), "finished");
    EXPECT_EQ(name(RunStatus::Cancelled), "cancelled");
    EXPECT_EQ(name(RunStatus::Failed), "failed");
}

TEST(ContenderResult, ATaskCostsNothingToldWhereNoneFinished) {
    ContenderResult one;
    one.usage = {.cpuUserSeconds = 3,
                 .cpuSystemSeconds = 1,
                 .voluntarySwitches = 5,
                 .involuntarySwitches = 3};
    EXPECT_EQ(one.cpuOfTask(), std::nullopt);
    EXPECT_EQ(one.switchesOfTask(), std::nullopt);
    one.tasks.finished = 8;
    EXPECT_EQ(one.cpuOfTask(), 0.5);
    EXPECT_EQ(one.switchesOfTask(), 1);
}

} // namespace
} // namespace troika
