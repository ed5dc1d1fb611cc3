// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <troika/stats/median.h>
#include <vector>

namespace troika {
namespace {

std::vector<double> oneTo(int last) {
    std::vector<double> values(static_cast<std::size_t>(last));
    std::iota(values.begin(), values.end(), 1);
    return values;
}

TEST(Median, IsTheMiddleOrTheMeanOfTwo) {
    EXPECT_EQ(median({}), std::nullopt);
    EXPECT_EQ(median(std::vector<double>{3}), 3);
    EXPECT_EQ(median(std::vector<double>{9, 1, 5}), 5);
    EXPECT_EQ(median(std::vector<double>{4, 1, 3, 2}), 2.5);
    EXPECT_EQ(median(std::vector<double>{1.5e308, 1.7e308}), 1.6e308);
}

TEST(MedianInterval, NeedsSixValues) {
    EXPECT_EQ(medianInterval({}), std::nullopt);
    EXPECT_EQ(medianInterval(oneTo(5)), std::nullopt);
    EXPECT_EQ(medianInterval(oneTo(6)), (Interval{1, 6}));
}

// Ranks as in the usual tables (Conover 1999, table A3; checked against scipy.stats.binom.cdf).
TEST(MedianInterval, TakesTheTabledRanks) {
    const std::vector<std::pair<int, int>> table{{6, 1},   {7, 1},   {8, 1},   {9, 2},
                                                 {10, 2},  {15, 4},  {20, 6},  {25, 8},
                                                 {30, 10}, {40, 14}, {100, 40}};
    for (const auto& [count, rank] : table)
        EXPECT_EQ(medianInterval(oneTo(count)), (Interval{double(rank), double(count - rank + 1)}))
            << count;
}

TEST(MedianInterval, OfEqualValuesIsThatValue) {
    EXPECT_EQ(medianInterval(std::vector<double>(8, 2.5)), (Interval{2.5, 2.5}));
}

TEST(MedianInterval, CoversTheMedianInAtLeast95Percent) {
    std::mt19937_64 random(20);
    std::exponential_distribution<double> draw(1);
    int covered = 0;
    for (int run = 0; run < 4000; ++run) {
        std::vector<double> values(10);
        for (double& value : values) value = draw(random);
        const auto interval = medianInterval(values);
        covered += interval->low <= 0.6931471805599453 && 0.6931471805599453 <= interval->high;
    }
    EXPECT_GE(covered, 3860); // 97.9 % expected of ten values: standard deviation 9.
    EXPECT_LE(covered, 3970);
}

} // namespace
} // namespace troika
