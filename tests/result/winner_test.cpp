// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <troika/result/winner.h>

namespace troika::test {
namespace {

ContenderResult contender(const std::string& label, std::optional<double> throughput,
                          TrialStatus status = TrialStatus::Finished) {
    ContenderResult one;
    one.label = label;
    one.status = status;
    one.throughput.median = throughput;
    return one;
}

Comparison compared(const std::string& of, const std::string& to, Verdict verdict) {
    Comparison comparison;
    comparison.of = of;
    comparison.to = to;
    comparison.measure = "throughput";
    comparison.verdict = verdict;
    return comparison;
}

TEST(Winner, IsTheFastestWhoFinished) {
    PointResult point;
    EXPECT_FALSE(winnerOf(point));
    point.contenders = {contender("none", std::nullopt),
                        contender("failed", 900, TrialStatus::Failed)};
    EXPECT_FALSE(winnerOf(point));
    point.contenders.push_back(contender("alone", 10));
    EXPECT_EQ(winnerOf(point)->label, "alone");
    EXPECT_EQ(winnerOf(point)->second, "");
    EXPECT_FALSE(winnerOf(point)->isClear);
    point.contenders.push_back(contender("faster", 20, TrialStatus::Cancelled));
    EXPECT_EQ(winnerOf(point)->label, "faster");
    EXPECT_EQ(winnerOf(point)->second, "alone");
}

TEST(Winner, IsClearWhereTheVerdictSaysSoWhicheverWayItIsWritten) {
    PointResult point;
    point.contenders = {contender("slow", 10), contender("fast", 20), contender("middle", 15)};
    point.comparisons = {compared("fast", "slow", Verdict::Ahead)};
    EXPECT_FALSE(winnerOf(point)->isClear) << "the next in rank is another";
    for (const auto& [comparison, isClear] :
         {std::pair(compared("fast", "middle", Verdict::Ahead), true),
          std::pair(compared("middle", "fast", Verdict::Behind), true),
          std::pair(compared("middle", "fast", Verdict::Ahead), false),
          std::pair(compared("fast", "middle", Verdict::NoClearDifference), false),
          std::pair(compared("fast", "middle", Verdict::TooFewRounds), false)}) {
        point.comparisons = {comparison};
        EXPECT_EQ(winnerOf(point)->isClear, isClear);
        EXPECT_EQ(winnerOf(point)->comparison, &point.comparisons.front());
    }
    point.comparisons.front().measure = "cpu";
    EXPECT_EQ(winnerOf(point)->comparison, nullptr);
}

} // namespace
} // namespace troika::test
