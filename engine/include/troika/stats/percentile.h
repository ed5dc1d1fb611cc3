// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace troika {

/// A percentile is only told where at least this many values lie above its rank.
inline constexpr std::size_t leastAbovePercentile = 5;

/// The nearest-rank percentile of ascending values: the one with rank ceil(n * permille / 1000),
/// ranks from 1 (Hyndman & Fan, Sample quantiles in statistical packages, 1996, definition 1).
/// `permille` in 1 to 1000. Nothing where fewer than five values lie above that rank.
[[nodiscard]] std::optional<std::int64_t> percentile(std::span<const std::int64_t> ascending,
                                                     int permille);

} // namespace troika
