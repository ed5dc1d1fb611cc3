// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/stats/median.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace troika {

/// How long something took, over many tasks. Everything in seconds, and nothing where it cannot be
/// told: percentiles with fewer than five values above (see percentile.h), all without values.
struct Latency {
    std::uint64_t count = 0;
    std::optional<double> p50;
    std::optional<double> p90;
    std::optional<double> p99;
    std::optional<double> p999;
    std::optional<double> max;
    std::optional<double> mean;
    // How sure the percentiles are: 95 %, from how the slices differ (see slices.h).
    std::optional<Interval> p50Interval;
    std::optional<Interval> p90Interval;
    std::optional<Interval> p99Interval;

    bool operator==(const Latency&) const = default;
};

/// Sums up durations in nanoseconds, of all slices together, in any order. Exact, except for the
/// mean's rounding and the intervals.
[[nodiscard]] Latency summarizeLatency(std::span<const std::vector<std::int64_t>> slices);

} // namespace troika
