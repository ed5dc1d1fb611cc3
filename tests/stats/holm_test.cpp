// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/stats/holm.h>
#include <vector>

namespace troika {
namespace {

TEST(Holm, OfNothingIsNothing) { EXPECT_TRUE(holm({}, 0.05).empty()); }

TEST(Holm, OfOneIsThePlainTest) {
    EXPECT_EQ(holm(std::vector<double>{0.05}, 0.05), (std::vector<HolmLevel>{{0.05, true}}));
    EXPECT_EQ(holm(std::vector<double>{0.0501}, 0.05), (std::vector<HolmLevel>{{0.05, false}}));
}

// The textbook case: 0.01 <= 0.05/4, 0.005 <= 0.05/4 first; 0.03 > 0.05/2 stops.
TEST(Holm, StepsDownAndStops) {
    const auto levels = holm(std::vector<double>{0.01, 0.04, 0.03, 0.005}, 0.05);
    EXPECT_TRUE(levels[3].rejected);
    EXPECT_DOUBLE_EQ(levels[3].alpha, 0.05 / 4);
    EXPECT_TRUE(levels[0].rejected);
    EXPECT_DOUBLE_EQ(levels[0].alpha, 0.05 / 3);
    EXPECT_FALSE(levels[2].rejected);
    EXPECT_DOUBLE_EQ(levels[2].alpha, 0.05 / 2);
    EXPECT_FALSE(levels[1].rejected); // 0.04 would pass at 0.05, but a smaller one failed.
    EXPECT_DOUBLE_EQ(levels[1].alpha, 0.05 / 2);
}

TEST(Holm, EqualPValuesFareAlike) {
    for (const HolmLevel& level : holm(std::vector<double>{0.02, 0.02, 0.02}, 0.05)) {
        EXPECT_FALSE(level.rejected);
        EXPECT_DOUBLE_EQ(level.alpha, 0.05 / 3);
    }
    for (const HolmLevel& level : holm(std::vector<double>{0, 0, 0}, 0.05))
        EXPECT_TRUE(level.rejected);
}

} // namespace
} // namespace troika
