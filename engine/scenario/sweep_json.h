// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/scenario/json.h>
#include <vector>

namespace troika {

/// `sweep` as it is written: one or two objects in a list, or one alone. Its form is checked; what
/// its paths and values mean in a scenario is not (see check_sweep.h).
[[nodiscard]] std::vector<Sweep> readSweeps(const Json& json, Findings& findings);

/// The list for `sweeps`, which readSweeps() reads back the same.
[[nodiscard]] Json writeSweeps(const std::vector<Sweep>& sweeps);

/// One value as a scenario writes it: 4, 0.5, "10 ms".
[[nodiscard]] Json writeSwept(double value, Unit unit);

/// Takes the calibrated amounts out of a scenario's sweeps, where they no longer fit what is swept.
void forgetAmounts(Json& document);

/// `sweep.0`.
[[nodiscard]] std::string sweepPath(std::size_t index);

} // namespace troika
