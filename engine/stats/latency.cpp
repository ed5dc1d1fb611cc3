// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/stats/latency.h>
#include <troika/stats/percentile.h>

#include <algorithm>
#include <numeric>
#include <span>

namespace troika {

namespace {

double seconds(std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e9; }

std::optional<double> percentileSeconds(std::span<const std::int64_t> ascending, int permille) {
    const auto value = percentile(ascending, permille);
    return value ? std::optional(seconds(*value)) : std::nullopt;
}

} // namespace

Latency summarizeLatency(std::vector<std::int64_t> nanoseconds) {
    Latency summary;
    summary.count = nanoseconds.size();
    if (nanoseconds.empty()) return summary;
    std::sort(nanoseconds.begin(), nanoseconds.end());
    summary.p50 = percentileSeconds(nanoseconds, 500);
    summary.p90 = percentileSeconds(nanoseconds, 900);
    summary.p99 = percentileSeconds(nanoseconds, 990);
    summary.p999 = percentileSeconds(nanoseconds, 999);
    summary.max = seconds(nanoseconds.back());
    const auto sum =
        std::accumulate(nanoseconds.begin(), nanoseconds.end(), static_cast<double>(0));
    summary.mean = sum / static_cast<double>(nanoseconds.size()) / 1e9;
    return summary;
}

} // namespace troika
