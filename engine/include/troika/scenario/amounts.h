// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/scenario/setting.h>

#include <cstdint>
#include <string_view>

namespace troika {

// Amounts as people read them, in both languages.

/// "100 KiB", "100 КиБ": exact, as a scenario says it.
[[nodiscard]] Text quantityText(double value, Unit unit);

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
