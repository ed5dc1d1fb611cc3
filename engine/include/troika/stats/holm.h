// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace troika {

/// The level one of several tests is held to, and whether it passes there.
struct HolmLevel {
    double alpha = 0;
    bool rejected = false; ///< p <= alpha: a difference.

    bool operator==(const HolmLevel&) const = default;
};

/// Holm's step-down: the k-th smallest of m p-values is tested at alpha / (m - k + 1); from the
/// first that fails on, all fail and are held to that same level, so that an interval at a test's
/// level excludes "no difference" exactly where the test rejects it. Keeps the family-wise error at
/// or below alpha. (Holm, A simple sequentially rejective multiple test procedure, Scandinavian
/// Journal of Statistics 6 (1979) 65-70.) In the order given; p-values in 0 to 1.
[[nodiscard]] std::vector<HolmLevel> holm(std::span<const double> pValues, double alpha);

} // namespace troika
