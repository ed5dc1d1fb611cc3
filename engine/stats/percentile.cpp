// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>
#include <troika/stats/percentile.h>

namespace troika {

std::optional<std::int64_t> percentile(std::span<const std::int64_t> ascending, int permille) {
    TROIKA_CHECK(permille >= 1 && permille <= 1000, "a percentile lies in 0.1 % to 100 %");
    const std::size_t rank = (ascending.size() * static_cast<std::size_t>(permille) + 999) / 1000;
    if (ascending.size() - rank < leastAbovePercentile) return std::nullopt;
    return ascending[rank - 1];
}

} // namespace troika
