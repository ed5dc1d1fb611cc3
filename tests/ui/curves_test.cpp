// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/curves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace troika::ui {
namespace {

std::vector<RoundData> rounds(std::vector<std::vector<double>> finishes) {
    std::vector<RoundData> made;
    for (auto& one : finishes) {
        RoundData round;
        round.finished = one.size();
        round.seconds = one.empty() ? 0 : one.back();
        round.over = true;
        round.finishes = std::move(one);
        made.push_back(std::move(round));
    }
    return made;
}

TEST(RaceCurveTest, is_empty_without_rounds_and_begins_at_nothing) {
    EXPECT_TRUE(raceCurve({}, 1, 200).tasks.empty());
    EXPECT_EQ(raceCurve(rounds({{}}), 1, 200).tasks, (std::vector<double>{0}));
}

TEST(RaceCurveTest, tells_the_median_and_the_band_of_the_rounds) {
    const RaceCurve curve = raceCurve(rounds({{1, 2}, {2, 6}, {3, 4}}), 1, 200);
    EXPECT_EQ(curve.tasks, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(curve.median, (std::vector<double>{0, 2, 4}));
    EXPECT_EQ(curve.earliest, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(curve.latest, (std::vector<double>{0, 3, 6}));
}

TEST(RaceCurveTest, never_goes_back_where_rounds_finished_different_numbers) {
    const RaceCurve curve = raceCurve(rounds({{1, 2, 3}, {1, 2, 3}, {5}}), 1, 200);
    EXPECT_EQ(curve.tasks.back(), 3);
    EXPECT_EQ(curve.latest, (std::vector<double>{0, 5, 5, 5}));
    EXPECT_EQ(curve.median, (std::vector<double>{0, 1, 2, 3}));
}

TEST(RaceCurveTest, a_round_that_goes_on_is_told_as_long_as_none_is_over) {
    auto running = rounds({{1, 2}});
    running[0].over = false;
    EXPECT_EQ(raceCurve(running, 1, 200).tasks.back(), 2);
    auto both = rounds({{5, 6}, {1}});
    both[1].over = false;
    EXPECT_EQ(raceCurve(both, 1, 200).median, (std::vector<double>{0, 5, 6}));
}

TEST(RaceCurveTest, draws_no_more_points_than_asked_for_and_always_the_last) {
    std::vector<double> many(1'000'000);
    std::iota(many.begin(), many.end(), 1.0);
    const RaceCurve curve = raceCurve(rounds({many}), 1, 50);
    EXPECT_EQ(curve.tasks.size(), 51U);
    EXPECT_EQ(curve.tasks.back(), 1'000'000);
    EXPECT_EQ(curve.median.back(), 1'000'000);
}

TEST(RaceCurveTest, a_finish_may_stand_for_several_tasks) {
    EXPECT_EQ(raceCurve(rounds({{1, 2}}), 10, 200).tasks, (std::vector<double>{0, 10, 20}));
}

TEST(RateCurveTest, lays_rounds_end_to_end_and_counts_in_equal_stretches) {
    EXPECT_TRUE(rateCurve({}, 1, 60).empty());
    // 64 finishes, one every 0.1 s, in two rounds: two stretches of 32.
    std::vector<double> half(32);
    for (std::size_t i = 0; i < half.size(); ++i) half[i] = 0.1 * static_cast<double>(i + 1);
    const auto curve = rateCurve(rounds({half, half}), 1, 60);
    ASSERT_EQ(curve.size(), 2U);
    EXPECT_NEAR(curve[0].x, 1.6, 1e-9);
    EXPECT_NEAR(curve[1].x, 4.8, 1e-9);
    // What ends with its stretch belongs to the next; the last stretch takes what ends with it.
    EXPECT_NEAR(curve[0].y, 31 / 3.2, 1e-9);
    EXPECT_NEAR(curve[1].y, 33 / 3.2, 1e-9);
}

TEST(RateCurveTest, few_finishes_are_one_level_line) {
    const auto curve = rateCurve(rounds({{0.5, 1}}), 3, 60);
    EXPECT_EQ(curve, (std::vector<CurvePoint>{{0, 6}, {1, 6}}));
}

TEST(HistogramTest, has_the_same_stretches_for_everybody_and_sums_to_one) {
    EXPECT_TRUE(histogram({}).empty());
    const std::vector<std::int64_t> values{1'000, 1'001, 1'200, 1'300, 9'999, 10'000};
    const auto bins = histogram(values);
    EXPECT_NEAR(bins.front().x, 1e-6, 1e-12);
    EXPECT_NEAR(bins.front().y, 3.0 / 6, 1e-12); // Below 1.2589 us.
    EXPECT_NEAR(bins[1].y, 1.0 / 6, 1e-12);
    double sum = 0;
    for (const CurvePoint& bin : bins) sum += bin.y;
    EXPECT_NEAR(sum, 1, 1e-12);
    EXPECT_EQ(bins.back().y, 0);
}

TEST(PercentileCurveTest, gives_the_tail_as_much_room_as_the_middle) {
    EXPECT_EQ(percentileAxis(0), 0);
    EXPECT_NEAR(percentileAxis(0.9), 1, 1e-12);
    EXPECT_NEAR(percentileAxis(0.99), 2, 1e-12);
}

TEST(PercentileCurveTest, ends_where_five_values_lie_above) {
    std::vector<std::int64_t> values(1000);
    std::iota(values.begin(), values.end(), 1);
    const auto curve = percentileCurve(values, 200);
    ASSERT_FALSE(curve.empty());
    EXPECT_NEAR(curve.front().y, 1e-9, 1e-15);
    EXPECT_NEAR(curve.back().y, 995e-9, 1e-15);
    for (std::size_t i = 1; i < curve.size(); ++i) {
        EXPECT_LE(curve[i - 1].x, curve[i].x);
        EXPECT_LE(curve[i - 1].y, curve[i].y);
    }
    EXPECT_TRUE(percentileCurve(std::vector<std::int64_t>{1, 2, 3, 4, 5}, 200).empty());
    EXPECT_TRUE(percentileCurve({}, 200).empty());
}

TEST(PercentileCurveTest, marks_what_can_be_told) {
    std::vector<std::int64_t> values(1000);
    std::iota(values.begin(), values.end(), 1);
    const auto marks = percentileMarks(values);
    ASSERT_EQ(marks.size(), 3U); // No p99.9: one value lies above.
    EXPECT_NEAR(marks[0].y, 500e-9, 1e-15);
    EXPECT_NEAR(marks[1].x, 1, 1e-9);
    EXPECT_NEAR(marks[2].y, 990e-9, 1e-15);
}

TEST(PercentileCurveTest, every_mark_lies_on_the_line) {
    for (const std::size_t size : {64U, 500U, 512U, 1000U, 5000U}) {
        std::vector<std::int64_t> values(size);
        std::iota(values.begin(), values.end(), 1);
        const auto curve = percentileCurve(values, 200);
        const auto marks = percentileMarks(values);
        EXPECT_EQ(marks.size(), size < 500 ? 2U : size < 5000 ? 3U : 4U);
        for (const CurvePoint& mark : marks) {
            EXPECT_TRUE(std::ranges::any_of(curve, [&](const CurvePoint& point) {
                return point.x == mark.x && point.y == mark.y;
            })) << size;
        }
    }
}

} // namespace
} // namespace troika::ui
