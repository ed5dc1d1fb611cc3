// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/stats/latency.h>

namespace troika {
namespace {

using Slices = std::vector<std::vector<std::int64_t>>;

TEST(Latency, OfNothingIsNothing) {
    const Latency none = summarizeLatency({});
    EXPECT_EQ(none, Latency{});
    EXPECT_EQ(none.max, std::nullopt);
}

TEST(Latency, OfOneHasNoPercentiles) {
    const Latency one = summarizeLatency(Slices{{2'000'000}});
    EXPECT_EQ(one.count, 1U);
    EXPECT_EQ(one.p50, std::nullopt);
    EXPECT_EQ(one.max, 0.002);
    EXPECT_EQ(one.mean, 0.002);
}

TEST(Latency, IsInSecondsWhateverTheOrder) {
    std::vector<std::int64_t> values;
    for (std::int64_t i = 10'000; i >= 1; --i) values.push_back(i * 1000);
    const Latency summary = summarizeLatency(Slices{values});
    EXPECT_EQ(summary.p50, 5000e-6);
    EXPECT_EQ(summary.p90, 9000e-6);
    EXPECT_EQ(summary.p99, 9900e-6);
    EXPECT_EQ(summary.p999, 9990e-6);
    EXPECT_EQ(summary.max, 10'000e-6);
    EXPECT_DOUBLE_EQ(*summary.mean, 5000.5e-6);
}

TEST(Latency, OfEqualValuesIsThatValue) {
    const Latency summary = summarizeLatency(Slices(6, std::vector<std::int64_t>(100, 15)));
    EXPECT_EQ(summary.p50, 15e-9);
    EXPECT_EQ(summary.p99, 15e-9);
    EXPECT_EQ(summary.p50Interval, (Interval{15e-9, 15e-9}));
    EXPECT_EQ(summary.p99Interval, (Interval{15e-9, 15e-9}));
    EXPECT_EQ(summary.p999, std::nullopt);
    EXPECT_EQ(summary.max, 15e-9);
    EXPECT_EQ(summary.mean, 15e-9);
}

} // namespace
} // namespace troika
