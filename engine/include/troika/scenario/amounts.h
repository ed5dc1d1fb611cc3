// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/scenario/setting.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace troika {

// Amounts as people read them, in both languages.

/// "100 KiB", "100 КиБ": exact, as a scenario says it.
[[nodiscard]] Text quantityText(double value, Unit unit);
/// The same of one that a scenario says; any other text is itself in both languages.
[[nodiscard]] Text quantityText(std::string_view written);
/// The way back from what somebody typed, with units in either language: "1.5 МиБ" is "1.5 MiB".
/// A comma between digits is a point in Russian alone. Any other text as it is.
[[nodiscard]] std::string writtenQuantity(std::string_view typed, Language language);

/// A size in bytes, rounded: "15.6 GiB", "15,6 ГиБ".
[[nodiscard]] Text sizeText(double bytes);

/// The form that a Russian noun takes after a number: 1 задача, 2 задачи, 5 задач.
[[nodiscard]] std::string_view russianForm(std::int64_t count, std::string_view one,
                                           std::string_view few, std::string_view many);

/// What is counted, in the forms that numbers ask for.
struct Noun {
    std::string_view one;
    std::string_view more;
    std::string_view ruOne;
    std::string_view ruFew;
    std::string_view ruMany;
};

/// "1 round", "10 rounds", "10 раундов".
[[nodiscard]] Text counted(std::int64_t count, const Noun& noun);

} // namespace troika
