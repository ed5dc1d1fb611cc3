// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

std::vector<std::string> kindsOf(const PointResult& point) {
    std::vector<std::string> kinds;
    for (const Doubt& doubt : point.doubts) kinds.push_back(doubt.kind);
    return kinds;
}

TEST(Analyse, KeepsContendersInOrderAndParameters) {
    const std::vector<TrialRecord> trials{example::trial("small", 6, 100, 1000),
                                          example::trial("serial", 6, 100, 1000)};
    const auto point = analyse(example::scenario(), trials, {{"rounds", 6}});
    ASSERT_EQ(point.contenders.size(), 2U);
    EXPECT_EQ(point.contenders[0].label, "small");
    EXPECT_EQ(point.parameters["rounds"], 6);
    EXPECT_EQ(point.contenders[0].digest, point.contenders[1].digest);
    EXPECT_TRUE(point.doubts.empty());
    EXPECT_EQ(point.contender("serial"), &point.contenders[1]);
    EXPECT_EQ(point.contender("nobody"), nullptr);
}

TEST(Analyse, UnequalWorkFailsAContenderButKeepsItsFigures) {
    std::vector<TrialRecord> trials{example::trial("serial", 6, 100, 1000),
                                    example::trial("small", 6, 100, 10)};
    trials[1].slices[4].samples[5].digest ^= 1;
    const auto point = analyse(example::scenario(), trials);
    EXPECT_EQ(point.contenders[0].status, TrialStatus::Finished);
    EXPECT_EQ(point.contenders[1].status, TrialStatus::Failed);
    EXPECT_EQ(point.contenders[1].reason->code, "digest-mismatch");
    EXPECT_EQ(point.contenders[1].tasks.finished, 600U);
    EXPECT_TRUE(point.comparisons.empty());
}

TEST(Analyse, TheFirstReasonToFailStays) {
    std::vector<TrialRecord> trials{example::trial("serial", 6, 10, 1000)};
    trials[0].status = TrialStatus::Failed;
    trials[0].reason = Failure{"worker-killed", {"a", "b"}};
    trials[0].slices[1].samples[0].outcome = Outcome::Wrong;
    EXPECT_EQ(analyse(example::scenario(), trials).contenders[0].reason->code, "worker-killed");
}

TEST(Analyse, DoubtsFewRoundsAndFewSamples) {
    const std::vector<TrialRecord> trials{example::trial("serial", 4, 10, 1000)};
    const auto point = analyse(example::scenario(4), trials);
    EXPECT_EQ(kindsOf(point), (std::vector<std::string>{"too-few-rounds", "too-few-samples"}));
    EXPECT_NE(point.doubts[1].evidence.en.find("serial (40)"), std::string::npos);
    for (const Doubt& doubt : point.doubts) {
        test::expectSentences(doubt.evidence);
        test::expectSentences(doubt.advice);
    }
}

TEST(Analyse, DoubtsNameContendersAsTheTableDoes) {
    const std::vector<TrialRecord> trials{example::trial("small", 6, 10, 1000)};
    const auto doubts = analyse(example::scenario(), trials).doubts;
    ASSERT_EQ(doubts.size(), 1U);
    EXPECT_NE(doubts[0].evidence.en.find("small pool (60)"), std::string::npos);
    EXPECT_NE(doubts[0].evidence.ru.find("малый пул (60)"), std::string::npos);
}

TEST(Analyse, OfNothingIsNothing) { EXPECT_EQ(analyse(example::scenario(), {}), PointResult{}); }

TEST(TakeSamples, KeepsAllAttemptsAndTheirBegin) {
    std::vector<TrialRecord> trials{example::trial("serial", 2, 3, 1000)};
    const auto samples = trials[0].slices[2].samples;
    const auto point = takeSamples(std::move(trials));
    ASSERT_EQ(point.contenders.size(), 1U);
    ASSERT_EQ(point.contenders[0].slices.size(), 3U);
    EXPECT_TRUE(point.contenders[0].slices[0].warmUp);
    EXPECT_EQ(point.contenders[0].slices[2].begin, example::beginOf(1));
    EXPECT_EQ(point.contenders[0].slices[2].samples, samples);
}

} // namespace
} // namespace troika
