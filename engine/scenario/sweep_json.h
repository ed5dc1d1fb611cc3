// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/scenario/json.h>
#include <vector>

namespace troika {

/// The key of Sweep::amounts.
inline constexpr const char* amountsKey = "amounts";

/// `sweep` as it is written: one or two objects in a list, or one alone. Its form is checked; what
/// its paths and values mean in a scenario is not (see check_sweep.h).
[[nodiscard]] std::vector<Sweep> readSweeps(const Json& json, Findings& findings);

/// The list for `sweeps`, which readSweeps() reads back the same.
[[nodiscard]] Json writeSweeps(const std::vector<Sweep>& sweeps);

/// One value as a scenario writes it: 4, 0.5, "10 ms".
[[nodiscard]] Json writeSwept(double value, Unit unit);

/// The other way to say how much a step computes: "workload.steps.0.amount" for its duration, and
/// the other way round. Empty for other paths.
[[nodiscard]] std::string otherWay(const std::string& path);

/// `sweep.0`.
[[nodiscard]] std::string sweepPath(std::size_t index);

} // namespace troika
