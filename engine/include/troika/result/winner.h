// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/result/result.h>

namespace troika {

/// Who finished most tasks a second at one point.
struct Winner {
    std::string label;
    std::string second;                     ///< The next in rank; empty where there is none.
    bool isClear = false;                   ///< Ahead of the next, as the verdict says.
    const Comparison* comparison = nullptr; ///< Of these two, within the point; null where none is.
};

/// Nothing where nobody has a throughput. Failed and unavailable contenders cannot win. `point` has
/// to outlive what is returned. Pure.
[[nodiscard]] std::optional<Winner> winnerOf(const PointResult& point);

} // namespace troika
