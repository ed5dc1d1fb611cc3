// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
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

/// "1, 2, 4" and back; values are parted by commas or semicolons.
[[nodiscard]] QString listText(const Json& values);
[[nodiscard]] Json typedList(const QString& text);
/// One value: a number where it is one, else the text as typed; null where there is none.
[[nodiscard]] Json typedValue(const QString& text);
[[nodiscard]] QString valueText(const Json& value);

} // namespace troika::ui
