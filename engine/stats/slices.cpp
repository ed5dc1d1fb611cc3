// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>
#include <troika/stats/percentile.h>
#include <troika/stats/ratio.h>
#include <troika/stats/slices.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace troika {

std::optional<Interval> ratioInterval(std::span<const double> of, std::span<const double> to) {
    TROIKA_CHECK(of.size() == to.size(), "a figure of each for every slice");
    const double total = std::accumulate(to.begin(), to.end(), 0.0);
    if (of.size() < leastRounds || total <= 0) return std::nullopt;
    const double ratio = std::accumulate(of.begin(), of.end(), 0.0) / total;
    double squares = 0;
    for (std::size_t i = 0; i < of.size(); ++i) {
        const double off = of[i] - ratio * to[i];
        squares += off * off;
    }
    const auto count = static_cast<double>(of.size());
    const double error = std::sqrt(count / (count - 1) * squares) / total;
    const boost::math::students_t student(count - 1);
    const double reach = boost::math::quantile(student, 0.975) * error;
    return Interval{ratio - reach, ratio + reach};
}

namespace {

/// Values below `limit`, and half of those that equal it: where many are equal, on neither side.
double countBelow(const std::vector<std::int64_t>& values, std::int64_t limit) {
    double count = 0;
    for (const std::int64_t value : values) count += value < limit ? 1 : value == limit ? 0.5 : 0;
    return count;
}

/// The share whose logit is that of `share` and `more`.
double withLogit(double share, double more) {
    return 1 / (1 + (1 - share) / share * std::exp(-more));
}

} // namespace

std::optional<Interval> percentileInterval(std::span<const std::vector<std::int64_t>> slices,
                                           std::span<const std::int64_t> ascending, int permille) {
    if (slices.size() < leastRounds) return std::nullopt;
    const auto middle = percentile(ascending, permille);
    if (!middle) return std::nullopt;
    std::vector<double> below;
    std::vector<double> all;
    for (const auto& slice : slices) {
        if (slice.empty()) continue;
        below.push_back(countBelow(slice, *middle));
        all.push_back(static_cast<double>(slice.size()));
    }
    const auto share = ratioInterval(below, all);
    if (!share) return std::nullopt;
    const auto count = static_cast<double>(ascending.size());
    const double part = permille * 1e-3;
    const double reach = (share->high - share->low) / 2 / (part * (1 - part));
    const double last = std::ceil(withLogit(part, reach) * count);
    if (last >= count) return std::nullopt;
    const double first = std::max(1.0, std::ceil(withLogit(part, -reach) * count));
    const auto valueAt = [&](double rank) {
        return static_cast<double>(ascending[static_cast<std::size_t>(rank) - 1]);
    };
    const auto told = static_cast<double>(*middle); // Its own rank may round the other way.
    return Interval{std::min(told, valueAt(first)), std::max(told, valueAt(last))};
}

} // namespace troika
