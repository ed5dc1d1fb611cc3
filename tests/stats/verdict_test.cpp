// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <troika/stats/verdict.h>

namespace troika {
namespace {

const Pairing threeTimes{{3.0, 3.1, 2.9, 3.05, 2.95, 3.0}, {1, 1, 1, 1, 1, 1}};
const Pairing same{{1.01, 0.99, 1.0, 1.02, 0.98, 1.0}, {1, 1, 1, 1, 1, 1}};

TEST(Verdict, AheadMeansBetterWhicheverWayTheMeasurePoints) {
    EXPECT_EQ(judge({threeTimes}, Better::More)[0].verdict, Verdict::Ahead);
    EXPECT_EQ(judge({threeTimes}, Better::Less)[0].verdict, Verdict::Behind);
    const Pairing third{threeTimes.to, threeTimes.of};
    EXPECT_EQ(judge({third}, Better::More)[0].verdict, Verdict::Behind);
    EXPECT_EQ(judge({third}, Better::Less)[0].verdict, Verdict::Ahead);
}

TEST(Verdict, NoClearDifferenceHasOneInItsInterval) {
    const auto judged = judge({same}, Better::More)[0];
    EXPECT_EQ(judged.verdict, Verdict::NoClearDifference);
    EXPECT_LE(judged.interval->low, 1);
    EXPECT_GE(judged.interval->high, 1);
}

TEST(Verdict, OfIdenticalFiguresIsNoClearDifference) {
    const auto judged = judge({{{2, 2, 2, 2, 2}, {2, 2, 2, 2, 2}}}, Better::More)[0];
    EXPECT_EQ(judged.verdict, Verdict::NoClearDifference);
    EXPECT_EQ(judged.ratio, 1);
    EXPECT_EQ(judged.interval, (Interval{1, 1}));
}

TEST(Verdict, OfConstantRatioIsCertain) {
    const auto judged = judge({{{4, 4, 4, 4, 4}, {2, 2, 2, 2, 2}}}, Better::More)[0];
    EXPECT_EQ(judged.verdict, Verdict::Ahead);
    EXPECT_NEAR(*judged.ratio, 2, 1e-12);
    EXPECT_EQ(judged.interval->low, judged.interval->high);
}

TEST(Verdict, FewRoundsGiveARatioAndNoVerdict) {
    const auto judged = judge({{{4, 4, 4, 4}, {2, 2, 2, 2}}}, Better::More)[0];
    EXPECT_EQ(judged.verdict, Verdict::TooFewRounds);
    EXPECT_NEAR(*judged.ratio, 2, 1e-12);
    EXPECT_EQ(judged.interval, std::nullopt);
    EXPECT_EQ(judged.rounds, 4U);
}

TEST(Verdict, RoundsWithoutFiguresAreLeftOutAndCounted) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const auto judged = judge(
        {{{nan, 4, 4, 4, 4, 4, 0}, {2, 2, 2, 2, 2, 2, 2}}, {{nan, nan}, {1, 1}}}, Better::More);
    EXPECT_EQ(judged[0].rounds, 5U);
    EXPECT_EQ(judged[0].leftOut, 2U);
    EXPECT_EQ(judged[0].verdict, Verdict::Ahead);
    EXPECT_EQ(judged[1].ratio, std::nullopt);
    EXPECT_EQ(judged[1].leftOut, 2U);
    EXPECT_EQ(judged[1].verdict, Verdict::TooFewRounds);
}

TEST(Verdict, WhatCannotBeTestedDoesNotMakeOthersHarder) {
    const Pairing few{{4, 4}, {2, 2}};
    EXPECT_EQ(judge({same, few, few}, Better::More)[0].interval,
              judge({same}, Better::More)[0].interval);
}

TEST(Verdict, UnequalFailuresLeaveTheRatioAlone) {
    const Pairing unequal{{4, 4, 4, 4, 4}, {2, 2, 2, 2, 2}, true};
    const auto judged = judge({unequal, same}, Better::More);
    EXPECT_EQ(judged[0].verdict, Verdict::UnequalFailures);
    EXPECT_NEAR(*judged[0].ratio, 2, 1e-12);
    EXPECT_EQ(judged[0].interval, std::nullopt);
    EXPECT_EQ(judged[1].interval, judge({same}, Better::More)[0].interval);
}

TEST(Verdict, IntervalsWidenWithTheFamily) {
    const auto alone = judge({same}, Better::More)[0];
    const auto among = judge({same, same, same}, Better::More)[0];
    EXPECT_LT(among.interval->low, alone.interval->low);
    EXPECT_GT(among.interval->high, alone.interval->high);
}

TEST(Verdict, IntervalAndVerdictAlwaysAgree) {
    std::mt19937_64 random(7);
    std::normal_distribution<double> noise(0, 0.05);
    for (int run = 0; run < 500; ++run) {
        std::vector<Pairing> family(4);
        for (std::size_t i = 0; i < family.size(); ++i)
            for (int round = 0; round < 8; ++round) {
                family[i].of.push_back(std::exp(noise(random) + 0.02 * static_cast<double>(i)));
                family[i].to.push_back(std::exp(noise(random)));
            }
        for (const Judgement& judged : judge(family, Better::More)) {
            EXPECT_EQ(judged.verdict == Verdict::Ahead, judged.interval->low > 1);
            EXPECT_EQ(judged.verdict == Verdict::Behind, judged.interval->high < 1);
        }
    }
}

TEST(Verdict, NamesAreReadBack) {
    for (const Verdict verdict : {Verdict::Ahead, Verdict::Behind, Verdict::NoClearDifference,
                                  Verdict::TooFewRounds, Verdict::UnequalFailures})
        EXPECT_EQ(verdictNamed(name(verdict)), verdict);
    EXPECT_EQ(verdictNamed("far ahead"), std::nullopt);
}

} // namespace
} // namespace troika
