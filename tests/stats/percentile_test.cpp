// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <numeric>
#include <troika/stats/percentile.h>
#include <vector>

namespace troika {
namespace {

std::vector<std::int64_t> oneTo(std::int64_t last) {
    std::vector<std::int64_t> values(static_cast<std::size_t>(last));
    std::iota(values.begin(), values.end(), 1);
    return values;
}

TEST(Percentile, IsTheNearestRank) {
    EXPECT_EQ(percentile(oneTo(100), 500), 50);
    EXPECT_EQ(percentile(oneTo(101), 500), 51);
    EXPECT_EQ(percentile(oneTo(100), 900), 90);
    EXPECT_EQ(percentile(oneTo(1000), 990), 990);
    EXPECT_EQ(percentile(oneTo(10000), 999), 9990);
    EXPECT_EQ(percentile(oneTo(11), 1), 1);
}

TEST(Percentile, RanksAreExactWhereBinaryFractionsAreNot) {
    EXPECT_EQ(percentile(oneTo(100), 70), 7); // 0.07 * 100 is above 7 in doubles.
    EXPECT_EQ(percentile(oneTo(1000), 290), 290);
}

TEST(Percentile, NeedsFiveAbove) {
    EXPECT_EQ(percentile(oneTo(500), 990), 495);
    EXPECT_EQ(percentile(oneTo(499), 990), std::nullopt);
    EXPECT_EQ(percentile(oneTo(10), 500), 5);
    EXPECT_EQ(percentile(oneTo(9), 500), std::nullopt);
    EXPECT_EQ(percentile(oneTo(100), 1000), std::nullopt);
}

TEST(Percentile, HasNoneOfNothingOrOfOne) {
    EXPECT_EQ(percentile({}, 500), std::nullopt);
    EXPECT_EQ(percentile(oneTo(1), 500), std::nullopt);
}

TEST(Percentile, CountsRanksNotDistinctValues) {
    EXPECT_EQ(percentile(std::vector<std::int64_t>(10, 7), 500), 7);
}

TEST(PercentileDeathTest, RejectsAnImpossibleShare) {
    EXPECT_DEATH((void)percentile(oneTo(10), 0), "bug");
    EXPECT_DEATH((void)percentile(oneTo(10), 1001), "bug");
}

} // namespace
} // namespace troika
