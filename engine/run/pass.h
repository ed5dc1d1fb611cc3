// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/draw.h"

#include <cstdint>

namespace troika {

/// One pass of all contenders over the arrivals: a warm-up, a round, or a round's repeat.
struct Pass {
    bool warmUp = false;
    int round = 0; ///< Warm-up rounds count by themselves.
    int attempt = 0;
    std::uint64_t slice = 0; ///< Where in every contender's sample log.

    /// What the draws of its tasks are named by: a repeat draws the same.
    [[nodiscard]] std::uint64_t drawnAs() const {
        return (warmUp ? warmUpDraws : 0) + static_cast<std::uint64_t>(round);
    }

    bool operator==(const Pass&) const = default;
};

} // namespace troika
