// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
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

    bool operator==(const Latency&) const = default;
};

/// Sums up durations in nanoseconds, in any order. Exact, except for the mean's rounding.
[[nodiscard]] Latency summarizeLatency(std::vector<std::int64_t> nanoseconds);

} // namespace troika
