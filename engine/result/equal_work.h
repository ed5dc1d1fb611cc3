// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <troika/result/analyse.h>

namespace troika {

/// Why the work of `trials[which]` is not what it should have been, if so: an outcome Wrong in any
/// slice ("wrong-output"), or, in counted slices, a finished task whose digest is not the
/// reference's ("digest-mismatch"). The reference for a (round, task) is the scenario's baseline,
/// or where that did not finish it, the first that did. Names the first such round and task.
[[nodiscard]] std::optional<Failure> findUnequalWork(std::span<const TrialRecord> trials,
                                                     std::size_t which, const Scenario& scenario);

} // namespace troika
