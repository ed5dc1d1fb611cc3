// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"

#include <gtest/gtest.h>
#include <troika/result/against.h>

namespace troika {
namespace {

class Against : public testing::Test {
protected:
    std::vector<Comparison> against(const std::string& label) const {
        return throughputAgainst(point, example::scenario(), label);
    }

    PointResult point =
        analyse(example::scenario(), std::vector{example::trial("serial", 6, 20, 3'000'000),
                                                 example::trial("small", 6, 20, 1'000'000),
                                                 example::trial("large", 6, 20, 500'000)});
};

TEST_F(Against, TheScenariosBaselineGivesWhatIsStored) {
    const auto comparisons = against("serial");
    ASSERT_EQ(comparisons.size(), 2U);
    for (const Comparison& one : comparisons) {
        EXPECT_NE(std::find(point.comparisons.begin(), point.comparisons.end(), one),
                  point.comparisons.end());
    }
}

TEST_F(Against, AnybodyElseIsJudgedAnewRoundByRound) {
    const auto comparisons = against("large");
    ASSERT_EQ(comparisons.size(), 2U);
    EXPECT_EQ(comparisons[0].of, "serial");
    EXPECT_EQ(comparisons[0].rounds, 6);
    EXPECT_NEAR(*comparisons[0].ratio, 1.0 / 6, 1e-9);
    EXPECT_EQ(comparisons[0].verdict, Verdict::Behind);
    EXPECT_NEAR(*comparisons[1].ratio, 0.5, 1e-9);
    EXPECT_FALSE(comparisons[1].sentence.empty());
}

TEST_F(Against, WhoFailedIsComparedWithNobody) {
    point.contenders[0].status = TrialStatus::Failed;
    EXPECT_EQ(against("large").size(), 1U);
    point.contenders[2].status = TrialStatus::Failed;
    EXPECT_TRUE(against("large").empty());
    EXPECT_TRUE(against("nobody").empty());
}

} // namespace
} // namespace troika
