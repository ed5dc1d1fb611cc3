// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

namespace troika::test {

/// How long each task waits where `servers` (at least 1) serve first come, first served: the
/// recursion of Kiefer and Wolfowitz (On the theory of queues with many servers, Transactions of
/// the AMS 78, 1955), in the form that keeps when each server is free next; with one server it is
/// Lindley's, W' = max(0, W + S - T). Exact, for any arrivals (ascending) and services.
inline std::vector<std::int64_t> predictedWaits(const std::vector<std::int64_t>& arrivals,
                                                const std::vector<std::int64_t>& services,
                                                std::size_t servers) {
    std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> free;
    for (std::size_t i = 0; i < servers; ++i) free.push(INT64_MIN);
    std::vector<std::int64_t> waits;
    for (std::size_t task = 0; task < arrivals.size(); ++task) {
        const std::int64_t start = std::max(arrivals[task], free.top());
        free.pop();
        free.push(start + services[task]);
        waits.push_back(start - arrivals[task]);
    }
    return waits;
}

} // namespace troika::test
