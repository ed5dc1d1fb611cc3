// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/stats/median.h>

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cstddef>
#include <vector>

namespace troika {

namespace {

std::vector<double> sorted(std::span<const double> values) {
    std::vector<double> copy(values.begin(), values.end());
    std::sort(copy.begin(), copy.end());
    return copy;
}

/// The greatest k with 2 P(Bin(n, 1/2) <= k - 1) <= 0.05; 0 where there is none.
std::size_t rankOfLimit(std::size_t count) {
    const boost::math::binomial coin(static_cast<double>(count), 0.5);
    std::size_t rank = 0;
    while (rank < count / 2 && boost::math::cdf(coin, static_cast<double>(rank)) <= 0.025) ++rank;
    return rank;
}

} // namespace

std::optional<double> median(std::span<const double> values) {
    if (values.empty()) return std::nullopt;
    const auto ascending = sorted(values);
    const std::size_t middle = ascending.size() / 2;
    if (ascending.size() % 2 == 1) return ascending[middle];
    return ascending[middle - 1] + (ascending[middle] - ascending[middle - 1]) / 2;
}

std::optional<Interval> medianInterval(std::span<const double> values) {
    if (values.size() < 6) return std::nullopt;
    const auto ascending = sorted(values);
    const std::size_t rank = rankOfLimit(ascending.size());
    return Interval{ascending[rank - 1], ascending[ascending.size() - rank]};
}

} // namespace troika
