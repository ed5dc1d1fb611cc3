// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/points.h>

namespace troika::ui {

// A sweep as it is being typed: JSON that may be wrong. Everything here gives JSON that a scenario
// could have, or keeps what was typed for the validator to find fault with.

/// What a form begins with for that field: powers of two around what it is now.
[[nodiscard]] Json suggestedSweep(const SweepField& field);

[[nodiscard]] Sweep::Form formOf(const Json& sweep);
/// The same values, as near as the form allows. Ranges grow by 2, or by the distance of the first
/// two values.
[[nodiscard]] Json inForm(const Json& sweep, Sweep::Form form, Unit unit);
/// The same with another field: what it suggests.
[[nodiscard]] Json ofField(const Json& sweep, const SweepField& field);

} // namespace troika::ui
