// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/stats/percentile.h>
#include <troika/stats/slices.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace troika {
namespace {

using Slices = std::vector<std::vector<std::int64_t>>;

std::vector<std::int64_t> together(const Slices& slices) {
    std::vector<std::int64_t> all;
    for (const auto& slice : slices) all.insert(all.end(), slice.begin(), slice.end());
    std::ranges::sort(all);
    return all;
}

/// r = 27 / 13; t = 2.776445 (Student, 4 degrees of freedom, 97.5 %); written out, r +- t times the
/// root of 5 / 4 of the squares of (2 - r, 4 - 2 r, 5 - 3 r, 7 - 3 r, 9 - 4 r), over 13.
TEST(SlicesTest, a_known_ratio_has_its_interval) {
    const auto interval =
        ratioInterval(std::vector<double>{2, 4, 5, 7, 9}, std::vector<double>{1, 2, 3, 3, 4});
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, 1.690762, 1e-6);
    EXPECT_NEAR(interval->high, 2.463084, 1e-6);
}

TEST(SlicesTest, equal_slices_leave_no_doubt) {
    const std::vector<double> six(6, 2.0);
    EXPECT_EQ(ratioInterval(six, six), (Interval{1, 1}));
    EXPECT_EQ(ratioInterval(std::vector<double>(4, 1), std::vector<double>(4, 1)), std::nullopt);
    EXPECT_EQ(ratioInterval(six, std::vector<double>(6, 0)), std::nullopt);
}

TEST(SlicesTest, a_percentile_lies_within_its_interval) {
    std::mt19937_64 draws(7);
    std::exponential_distribution<double> time(1e-6);
    for (int i = 0; i < 50; ++i) {
        Slices slices(5 + draws() % 8);
        for (auto& slice : slices) {
            slice.resize(100 + draws() % 100);
            for (auto& value : slice) value = static_cast<std::int64_t>(time(draws));
        }
        const auto all = together(slices);
        for (const int permille : {500, 900}) {
            const auto interval = percentileInterval(slices, all, permille);
            ASSERT_TRUE(interval) << permille;
            const auto value = static_cast<double>(*percentile(all, permille));
            EXPECT_LT(interval->low, value);
            EXPECT_GT(interval->high, value);
        }
    }
}

/// Races of ten slices that differ as a whole by `spread`, as they do on a machine that changes:
/// how many of them have the true percentile within their interval.
double coverage(double spread, int permille, double normalQuantile) {
    constexpr double ofTasks = 0.3;
    constexpr int races = 300;
    std::mt19937_64 draws(11);
    std::normal_distribution<double> ofSlice(0, spread);
    std::normal_distribution<double> ofTask(0, ofTasks);
    const double truth = 1e6 * std::exp(normalQuantile * std::hypot(spread, ofTasks));
    int covered = 0;
    for (int race = 0; race < races; ++race) {
        Slices slices(10);
        for (auto& slice : slices) {
            const double factor = std::exp(ofSlice(draws));
            for (int task = 0; task < 200; ++task) {
                slice.push_back(static_cast<std::int64_t>(1e6 * factor * std::exp(ofTask(draws))));
            }
        }
        const auto interval = percentileInterval(slices, together(slices), permille);
        if (interval && interval->low <= truth && truth <= interval->high) ++covered;
    }
    return static_cast<double>(covered) / races;
}

TEST(SlicesTest, intervals_cover_the_true_percentile_about_as_often_as_they_say) {
    EXPECT_NEAR(coverage(0.05, 500, 0), 0.95, 0.04);
    EXPECT_NEAR(coverage(0.05, 900, 1.281552), 0.95, 0.04);
    EXPECT_NEAR(coverage(0.05, 990, 2.326348), 0.95, 0.06);
    EXPECT_NEAR(coverage(0.2, 500, 0), 0.95, 0.04);
}

TEST(SlicesTest, an_interval_that_would_end_above_all_values_is_not_told) {
    Slices slices(6);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        for (int task = 0; task < 100; ++task) slices[i].push_back(i == 0 ? 1'000 + task : 10);
    } // One slice holds all that is slow.
    const auto all = together(slices);
    EXPECT_EQ(percentileInterval(slices, all, 990), std::nullopt);
    EXPECT_EQ(percentileInterval(slices, {}, 500), std::nullopt);
}

} // namespace
} // namespace troika
