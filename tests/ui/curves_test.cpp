// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/curves.h"

#include <gtest/gtest.h>

#include <numeric>

namespace troika::ui {
namespace {

TEST(RaceCurveTest, is_empty_without_rounds_and_begins_at_nothing) {
    EXPECT_TRUE(raceCurve({}).tasks.empty());
    const std::vector<std::vector<double>> unfinished{{}};
    EXPECT_EQ(raceCurve(unfinished).tasks, (std::vector<double>{0}));
}

TEST(RaceCurveTest, tells_the_median_and_the_band_of_the_rounds) {
    const std::vector<std::vector<double>> rounds{{1, 2}, {2, 6}, {3, 4}};
    const RaceCurve curve = raceCurve(rounds);
    EXPECT_EQ(curve.tasks, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(curve.median, (std::vector<double>{0, 2, 4}));
    EXPECT_EQ(curve.earliest, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(curve.latest, (std::vector<double>{0, 3, 6}));
}

TEST(RaceCurveTest, a_round_that_goes_on_tells_what_it_has) {
    const std::vector<std::vector<double>> rounds{{1, 2, 3}, {1, 2, 3}, {5}};
    const RaceCurve curve = raceCurve(rounds);
    EXPECT_EQ(curve.tasks.back(), 3);
    EXPECT_EQ(curve.latest, (std::vector<double>{0, 5, 2, 3}));
}

TEST(RaceCurveTest, draws_no_more_points_than_asked_for_and_always_the_last) {
    std::vector<std::vector<double>> rounds(1, std::vector<double>(1'000'000));
    std::iota(rounds[0].begin(), rounds[0].end(), 1.0);
    const RaceCurve curve = raceCurve(rounds, 50);
    EXPECT_EQ(curve.tasks.size(), 51U);
    EXPECT_EQ(curve.tasks.back(), 1'000'000);
    EXPECT_EQ(curve.median.back(), 1'000'000);
}

TEST(PercentileCurveTest, gives_the_tail_as_much_room_as_the_middle) {
    EXPECT_EQ(percentileAxis(0), 0);
    EXPECT_NEAR(percentileAxis(0.9), 1, 1e-12);
    EXPECT_NEAR(percentileAxis(0.99), 2, 1e-12);
}

TEST(PercentileCurveTest, ends_where_five_values_lie_above) {
    std::vector<std::int64_t> values(1000);
    std::iota(values.begin(), values.end(), 1);
    const auto curve = percentileCurve(values);
    ASSERT_FALSE(curve.empty());
    EXPECT_NEAR(curve.front().y, 1e-9, 1e-15);
    EXPECT_NEAR(curve.back().y, 995e-9, 1e-15);
    for (std::size_t i = 1; i < curve.size(); ++i) {
        EXPECT_LT(curve[i - 1].x, curve[i].x);
        EXPECT_LT(curve[i - 1].y, curve[i].y);
    }
    EXPECT_TRUE(percentileCurve(std::vector<std::int64_t>{1, 2, 3, 4, 5}).empty());
    EXPECT_TRUE(percentileCurve({}).empty());
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

} // namespace
} // namespace troika::ui
