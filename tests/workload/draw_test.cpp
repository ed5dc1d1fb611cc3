// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/draw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace troika {
namespace {

using std::chrono::microseconds;

/// Delays of tasks 0..count-1, each from a stream of its own, in seconds, sorted.
std::vector<double> drawMany(const Delay& delay, std::uint32_t count) {
    std::vector<double> seconds;
    for (std::uint32_t task = 0; task < count; ++task) {
        Draws draws({.seed = 7, .round = 3, .task = task});
        seconds.push_back(std::chrono::duration<double>(draws.nextDelay(delay)).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

// splitmix64 with seed 0 yields these first (Vigna's reference program splitmix64.c).
TEST(Mix64, GivesTheReferenceSequenceOfSplitmix64) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;
    EXPECT_EQ(mix64(golden), 0xE220A8397B1DCDAFULL);
    EXPECT_EQ(mix64(2 * golden), 0x6E789E6AA1B965F4ULL);
    EXPECT_EQ(mix64(3 * golden), 0x06C45D188009454FULL);
    EXPECT_EQ(mix64(0), 0U);
}

TEST(Draws, OfTheTaskOfZerosAreTheReferenceSequence) {
    Draws draws({}); // mix64(0) is 0, so the key is 0.
    EXPECT_EQ(draws.next(), 0xE220A8397B1DCDAFULL);
    EXPECT_EQ(draws.next(), 0x6E789E6AA1B965F4ULL);
}

TEST(Draws, KeyFoldsSeedRoundTaskAndStepInThatOrder) {
    const TaskName name{.seed = 1, .round = 2, .task = 3, .step = 1};
    const std::uint64_t key = mix64(mix64(mix64(mix64(1) ^ 2) ^ 3) ^ 1);
    EXPECT_EQ(Draws(name).next(), mix64(key + 0x9E3779B97F4A7C15ULL));
}

TEST(Draws, DifferInEveryPartOfTheName) {
    const TaskName base{.seed = 1, .round = 1, .task = 1, .step = 1};
    std::vector<std::uint64_t> firsts{Draws(base).next()};
    for (const TaskName& name : {TaskName{2, 1, 1, 1}, TaskName{1, 2, 1, 1}, TaskName{1, 1, 2, 1},
                                 TaskName{1, 1, 1, 2}, TaskName{1, warmUpDraws + 1, 1, 1}}) {
        firsts.push_back(Draws(name).next());
    }
    std::sort(firsts.begin(), firsts.end());
    EXPECT_EQ(std::unique(firsts.begin(), firsts.end()), firsts.end());
    EXPECT_EQ(Draws(base).next(), Draws(base).next());
}

TEST(Draws, UnitIsInRangeAndTakes53Bits) {
    Draws known({});
    EXPECT_EQ(known.nextUnit(), static_cast<double>(0xE220A8397B1DCDAFULL >> 11) / 0x1p53);
    Draws draws({.seed = 5});
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double unit = draws.nextUnit();
        ASSERT_GE(unit, 0.0);
        ASSERT_LT(unit, 1.0);
        sum += unit;
    }
    EXPECT_NEAR(sum / 100'000, 0.5, 0.005); // Over five standard errors.
}

TEST(Draws, BelowStaysBelowAndIsEven) {
    Draws draws({.seed = 9});
    std::array<int, 16> seen{};
    for (int i = 0; i < 160'000; ++i) {
        const std::uint64_t value = draws.nextBelow(16);
        ASSERT_LT(value, 16U);
        ++seen[value];
    }
    for (const int count : seen) EXPECT_NEAR(count, 10'000, 500);
    EXPECT_EQ(draws.nextBelow(1), 0U);
}

TEST(Draws, FixedDelayIsItselfAndTakesNoDraw) {
    Draws draws({});
    EXPECT_EQ(draws.nextDelay({Delay::Distribution::Fixed, 0.0125, 0}), microseconds(12'500));
    EXPECT_EQ(draws.next(), 0xE220A8397B1DCDAFULL);
}

TEST(Draws, UniformDelayKeepsToItsBounds) {
    const auto seconds = drawMany({Delay::Distribution::Uniform, 0.01, 0.03}, 20'000);
    EXPECT_GE(seconds.front(), 0.00999);
    EXPECT_LT(seconds.back(), 0.03);
    EXPECT_NEAR(mean(seconds), 0.02, 0.0003);
}

TEST(Draws, ExponentialDelayHasItsMeanAndMedian) {
    const auto seconds = drawMany({Delay::Distribution::Exponential, 0.015, 0}, 40'000);
    EXPECT_NEAR(mean(seconds), 0.015, 0.0005);
    EXPECT_NEAR(seconds[20'000], 0.015 * std::log(2.0), 0.0004);
}

TEST(Draws, LogNormalDelayHasItsMedianAndSpread) {
    const auto seconds = drawMany({Delay::Distribution::LogNormal, 0.02, 0.5}, 40'000);
    EXPECT_NEAR(seconds[20'000], 0.02, 0.0005);
    EXPECT_NEAR(seconds[33'654], 0.02 * std::exp(0.5), 0.001); // One sigma: 84.13 %.
}

TEST(Draws, ParetoDelayIsTheInverseOfItsDistribution) {
    // The first unit of the task of zeros is 0.8833…; x = scale * (1 - u)^(-1 / shape).
    Draws draws({});
    const double unit = static_cast<double>(0xE220A8397B1DCDAFULL >> 11) / 0x1p53;
    const double right = 0.01 / std::sqrt(1 - unit);
    EXPECT_EQ(draws.nextDelay({Delay::Distribution::Pareto, 0.01, 2}).count(),
              static_cast<std::int64_t>(right * 1e6));
    const auto seconds = drawMany({Delay::Distribution::Pareto, 0.01, 3}, 40'000);
    EXPECT_GE(seconds.front(), 0.00999);
    EXPECT_NEAR(seconds[20'000], 0.01 * std::cbrt(2.0), 0.0002);
    EXPECT_NEAR(mean(seconds), 0.015, 0.0003); // scale * shape / (shape - 1)
}

TEST(Draws, ParetoDelayWithoutAMeanIsCutOff) {
    const auto seconds = drawMany({Delay::Distribution::Pareto, 0.01, 0.1}, 1000);
    EXPECT_EQ(seconds.back(), 3600);
    EXPECT_NEAR(seconds[500], 10.24, 6); // scale * 2^10; the median of 1000 is loose.
}

TEST(Draws, DelayWithoutLengthIsZeroAndAnAbsurdOneIsCutOff) {
    Draws draws({.seed = 3});
    EXPECT_EQ(draws.nextDelay({Delay::Distribution::Exponential, 0, 0}), microseconds(0));
    EXPECT_EQ(draws.nextDelay({Delay::Distribution::LogNormal, 0, 1}), microseconds(0));
    EXPECT_EQ(draws.nextDelay({Delay::Distribution::Fixed, 1e9, 0}), std::chrono::hours(1));
}

} // namespace
} // namespace troika
