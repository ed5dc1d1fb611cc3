// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/stats/latency.h>
#include <troika/stats/percentile.h>
#include <troika/stats/slices.h>

#include <algorithm>
#include <numeric>

namespace troika {

namespace {

double seconds(double nanoseconds) { return nanoseconds / 1e9; }

/// Percentiles of all slices together, in seconds, and how sure they are.
class Percentiles {
public:
    explicit Percentiles(std::span<const std::vector<std::int64_t>> slices) : m_slices(slices) {
        for (const auto& slice : slices) m_all.insert(m_all.end(), slice.begin(), slice.end());
        std::sort(m_all.begin(), m_all.end());
    }
    [[nodiscard]] const std::vector<std::int64_t>& ascending() const { return m_all; }

    [[nodiscard]] std::optional<double> at(int permille) const {
        const auto value = percentile(m_all, permille);
        return value ? std::optional(seconds(static_cast<double>(*value))) : std::nullopt;
    }
    [[nodiscard]] std::optional<Interval> intervalAt(int permille) const {
        const auto interval = percentileInterval(m_slices, m_all, permille);
        if (!interval) return std::nullopt;
        return Interval{seconds(interval->low), seconds(interval->high)};
    }

private:
    std::span<const std::vector<std::int64_t>> m_slices;
    std::vector<std::int64_t> m_all;
};

} // namespace

Latency summarizeLatency(std::span<const std::vector<std::int64_t>> slices) {
    const Percentiles percentiles(slices);
    const std::vector<std::int64_t>& all = percentiles.ascending();
    Latency summary;
    summary.count = all.size();
    if (all.empty()) return summary;
    summary.p50 = percentiles.at(500);
    summary.p90 = percentiles.at(900);
    summary.p99 = percentiles.at(990);
    summary.p999 = percentiles.at(999);
    summary.p50Interval = percentiles.intervalAt(500);
    summary.p90Interval = percentiles.intervalAt(900);
    summary.p99Interval = percentiles.intervalAt(990);
    summary.max = seconds(static_cast<double>(all.back()));
    const auto sum = std::accumulate(all.begin(), all.end(), static_cast<double>(0));
    summary.mean = seconds(sum / static_cast<double>(all.size()));
    return summary;
}

} // namespace troika
