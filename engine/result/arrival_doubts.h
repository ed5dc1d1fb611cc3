// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/analyse.h>

namespace troika {

/// Reasons to distrust figures that lie in how tasks came: "overloaded", where open arrivals came
/// faster than a contender could serve them, and "log-full", where the sample log had no room for
/// all that a duration would have admitted.
[[nodiscard]] std::vector<Doubt> arrivalDoubts(const Scenario& scenario,
                                               std::span<const TrialRecord> trials);

} // namespace troika
