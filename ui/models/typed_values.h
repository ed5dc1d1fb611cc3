// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <troika/base/text.h>
#include <troika/scenario/json.h>

namespace troika::ui {

// Values between a scenario's JSON and the text of a field, in the user's language: "1.5 MiB" in a
// scenario is "1,5 МиБ" in Russian. What is no value stays as it was typed, for the validator to
// find fault with.

/// One value; nothing of null.
[[nodiscard]] QString valueText(const Json& value, Language language);
/// A number in a unit.
[[nodiscard]] QString valueText(double value, Unit unit, Language language);
/// What somebody typed: a number where it is one (whole ones may be grouped in threes), else a
/// text; null where there is none. Units may be typed in either language.
[[nodiscard]] Json typedValue(const QString& text, Language language);

/// Texts as one list: "1, 2, 4", in Russian, where numbers have commas, "1; 2; 4".
[[nodiscard]] QString joinedList(const QStringList& parts, Language language);
/// Back again; blanks around the parts and empty ones are left out. In Russian a comma parts only
/// where a blank comes after it.
[[nodiscard]] QStringList partsOfList(const QString& text, Language language);

/// The same for a list of values.
[[nodiscard]] QString listText(const Json& values, Language language);
[[nodiscard]] Json typedList(const QString& text, Language language);

} // namespace troika::ui
