// SPDX-License-Identifier: GPL-3.0-or-later
// How often equal contenders are called different, and how often an interval holds the truth.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <troika/stats/ratio.h>
#include <troika/stats/verdict.h>
#include <vector>

namespace troika {
namespace {

using Figures = std::vector<double>;

/// A round's noise is shared by all contenders, as on a real machine; each adds its own.
std::vector<Figures> race(std::mt19937_64& random, int contenders, int rounds) {
    std::normal_distribution<double> noise(0, 0.05);
    std::vector<Figures> figures(static_cast<std::size_t>(contenders));
    for (int round = 0; round < rounds; ++round) {
        const double shared = noise(random) * 4;
        for (Figures& own : figures) own.push_back(1000 * std::exp(shared + noise(random)));
    }
    return figures;
}

bool saysDifferent(const std::vector<Judgement>& judged) {
    return std::any_of(judged.begin(), judged.end(), [](const Judgement& one) {
        return one.verdict == Verdict::Ahead || one.verdict == Verdict::Behind;
    });
}

/// What a result shows: everybody to the first, and neighbours in rank.
std::vector<Pairing> shown(const std::vector<Figures>& figures) {
    std::vector<std::size_t> rank(figures.size());
    std::iota(rank.begin(), rank.end(), std::size_t{0});
    std::sort(rank.begin(), rank.end(), [&](std::size_t left, std::size_t right) {
        return *median(figures[left]) > *median(figures[right]);
    });
    std::vector<Pairing> family;
    for (std::size_t i = 1; i < figures.size(); ++i) family.push_back({figures[i], figures[0]});
    for (std::size_t i = 1; i < rank.size(); ++i)
        if (rank[i] != 0 && rank[i - 1] != 0)
            family.push_back({figures[rank[i - 1]], figures[rank[i]]});
    return family;
}

class Coverage : public testing::TestWithParam<int> {};

TEST_P(Coverage, TwoEqualContendersDifferInAboutFivePercent) {
    std::mt19937_64 random(1);
    constexpr int runs = 4000;
    int different = 0;
    for (int run = 0; run < runs; ++run) {
        const auto figures = race(random, 2, GetParam());
        different += saysDifferent(judge({{figures[0], figures[1]}}, Better::More));
    }
    // 5 % is 200 with a standard deviation of 14; the method itself reaches 6.4 % at five rounds.
    EXPECT_GE(different, 140);
    EXPECT_LE(different, 290);
}

TEST_P(Coverage, FiveEqualContendersTogetherDifferInAboutFivePercent) {
    std::mt19937_64 random(2);
    constexpr int runs = 2000;
    int different = 0;
    for (int run = 0; run < runs; ++run) {
        const auto figures = race(random, 5, GetParam());
        const auto family = shown(figures);
        different += saysDifferent(judge(family, Better::More));
    }
    EXPECT_LE(different, 130); // Uncorrected, some pair of all ten differs in 25 to 30 %.
    EXPECT_GE(different, 20);
}

TEST_P(Coverage, IntervalsHoldTheTrueRatio) {
    std::mt19937_64 random(3);
    constexpr int runs = 4000;
    int held = 0;
    for (int run = 0; run < runs; ++run) {
        auto figures = race(random, 2, GetParam());
        for (double& value : figures[0]) value *= 1.25;
        const auto interval = pairedRatio(figures[0], figures[1])->interval(0.05);
        held += interval->low <= 1.25 && 1.25 <= interval->high;
    }
    EXPECT_GE(held, runs - 290);
    EXPECT_LE(held, runs - 140);
}

INSTANTIATE_TEST_SUITE_P(Rounds, Coverage, testing::Values(5, 7, 10, 20));

} // namespace
} // namespace troika
