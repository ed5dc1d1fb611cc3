// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <troika/stats/ratio.h>
#include <vector>

namespace troika {
namespace {

struct Known {
    std::vector<double> of;
    std::vector<double> to;
    double mean, error, degrees, p, low95, high95, low99, high99;
};

// Reference values from scipy 1.17.1: trim_mean, mstats.winsorize, t.sf and t.ppf, put together by
// the formula of the header.
const std::vector<Known> table{
    {{11, 12, 13, 14, 20},
     {10, 10, 10, 10, 10},
     0.2603860192942195,
     0.0629410786746143,
     2,
     0.05376113821128006,
     0.9896265941011627,
     1.7009716102972074,
     0.6946867062335879,
     2.4231451764605643},
    {{105, 98, 110, 120, 101, 99, 130, 104, 111, 102},
     {100, 101, 99, 100, 102, 98, 100, 100, 103, 97},
     0.05476446871802404,
     0.021859643172959034,
     5,
     0.05413958604019609,
     0.9985734854846174,
     1.1173462681507162,
     0.9671741195799117,
     1.153620981881849},
    {{3.1, 2.9, 3.0, 3.3, 2.7, 3.05, 12.0},
     {1, 1, 1, 1.1, .9, 1, 1},
     1.10847611362295,
     0.008545282832452683,
     4,
     2.1182617059943452e-08,
     2.9587018410673154,
     3.102479474607401,
     2.912852439263026,
     3.1513136778452506},
};

TEST(PairedRatio, KnownAnswers) {
    for (const Known& known : table) {
        const auto found = pairedRatio(known.of, known.to);
        ASSERT_TRUE(found);
        EXPECT_NEAR(found->mean, known.mean, 1e-13);
        EXPECT_NEAR(found->standardError.value(), known.error, 1e-13);
        EXPECT_EQ(found->degreesOfFreedom, known.degrees);
        EXPECT_NEAR(found->p().value() / known.p, 1, 1e-8);
        EXPECT_NEAR(found->ratio(), std::exp(known.mean), 1e-12);
        EXPECT_NEAR(found->interval(0.05)->low, known.low95, 1e-9);
        EXPECT_NEAR(found->interval(0.05)->high, known.high95, 1e-9);
        EXPECT_NEAR(found->interval(0.01)->low, known.low99, 1e-9);
        EXPECT_NEAR(found->interval(0.01)->high, known.high99, 1e-9);
    }
}

TEST(PairedRatio, TurnedRoundIsTheReciprocal) {
    const auto there = pairedRatio(table[1].of, table[1].to);
    const auto back = pairedRatio(table[1].to, table[1].of);
    EXPECT_NEAR(there->ratio() * back->ratio(), 1, 1e-12);
    EXPECT_NEAR(there->interval(0.05)->low * back->interval(0.05)->high, 1, 1e-12);
    EXPECT_NEAR(*there->p(), *back->p(), 1e-12);
}

TEST(PairedRatio, OfNothingIsNothing) { EXPECT_FALSE(pairedRatio({}, {})); }

TEST(PairedRatio, OfFewRoundsHasNoInterval) {
    const std::vector<double> of{2, 2, 2, 8};
    const std::vector<double> to{1, 1, 1, 1};
    const auto found = pairedRatio(of, to);
    EXPECT_NEAR(found->ratio(), std::exp((3 * std::log(2) + std::log(8)) / 4), 1e-12);
    EXPECT_EQ(found->p(), std::nullopt);
    EXPECT_EQ(found->interval(0.05), std::nullopt);
}

TEST(PairedRatio, OfEqualRatiosCollapses) {
    const auto twice =
        pairedRatio(std::vector<double>{2, 4, 6, 8, 10}, std::vector<double>{1, 2, 3, 4, 5});
    EXPECT_NEAR(twice->ratio(), 2, 1e-12);
    EXPECT_EQ(twice->p(), 0);
    EXPECT_EQ(twice->interval(0.05)->low, twice->ratio());
    EXPECT_EQ(twice->interval(0.05)->high, twice->ratio());
}

TEST(PairedRatio, OfTheSameIsExactlyOne) {
    const std::vector<double> same{3, 5, 7, 9, 11, 13};
    const auto one = pairedRatio(same, same);
    EXPECT_EQ(one->ratio(), 1);
    EXPECT_EQ(one->p(), 1);
    EXPECT_EQ(one->interval(0.05), (Interval{1, 1}));
}

TEST(PairedRatio, RoundingIsNoDifference) {
    const std::vector<double> sum(6, 0.1 + 0.2);
    const std::vector<double> written(6, 0.3);
    EXPECT_EQ(pairedRatio(sum, written)->p(), 1);
}

TEST(PairedRatio, LeavesOutWhatHasNoLogarithm) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const std::vector<double> of{2, 0, -1, nan, 2, 2, infinite, 2, 2};
    const std::vector<double> to{1, 1, 1, 1, 0, 1, 1, 1, 1};
    const auto found = pairedRatio(of, to);
    EXPECT_EQ(found->rounds, 4U);
    EXPECT_EQ(found->leftOut, 5U);
    EXPECT_NEAR(found->ratio(), 2, 1e-12);
    EXPECT_FALSE(pairedRatio(std::vector<double>{0, nan}, std::vector<double>{1, 1}));
}

TEST(PairedRatio, OneWildRoundDoesNotDecide) {
    const std::vector<double> of{1.01, 0.99, 1.0, 1.02, 1000};
    const std::vector<double> to(5, 1.0);
    EXPECT_LT(pairedRatio(of, to)->ratio(), 1.02);
}

} // namespace
} // namespace troika
