// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/result/result.h>
#include <vector>

namespace troika {

/// Every contender's throughput against that one's, for any label: for the scenario's baseline the
/// comparisons as stored, else judged anew, round by round, from the counted slices (the family
/// that Holm corrects for is these comparisons). In the order of the contenders; failed and
/// unavailable ones are left out. Pure.
[[nodiscard]] std::vector<Comparison>
throughputAgainst(const PointResult& point, const Scenario& scenario, const std::string& label);

} // namespace troika
