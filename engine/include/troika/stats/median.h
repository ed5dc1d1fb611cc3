// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace troika {

struct Interval {
    double low = 0;
    double high = 0;

    bool operator==(const Interval&) const = default;
};

/// The middle value, or the mean of the two in the middle; nothing without values. Values in any
/// order, finite.
[[nodiscard]] std::optional<double> median(std::span<const double> values);

/// The 95 % interval of the median by order statistics: the k-th smallest and k-th greatest value
/// with the greatest k for which 2 P(Bin(n, 1/2) <= k - 1) <= 0.05 (Conover, Practical
/// Nonparametric Statistics, 1999, section 3.2). Nothing for fewer than six values, where no pair
/// covers 95 %.
[[nodiscard]] std::optional<Interval> medianInterval(std::span<const double> values);

} // namespace troika
