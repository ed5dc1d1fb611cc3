// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/units.h"

#include <troika/scenario/amounts.h>
#include <troika/scenario/json.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace troika {
namespace {

std::string withComma(std::string text) {
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// Names of units, as scenarios have them and in Russian.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> unitPairs{{{"ns", "нс"},
                                                                                   {"us", "мкс"},
                                                                                   {"ms", "мс"},
                                                                                   {"s", "с"},
                                                                                   {"min", "мин"},
                                                                                   {"B", "Б"},
                                                                                   {"KiB", "КиБ"},
                                                                                   {"MiB", "МиБ"},
                                                                                   {"GiB", "ГиБ"},
                                                                                   {"TiB", "ТиБ"},
                                                                                   {"PiB", "ПиБ"},
                                                                                   {"KB", "КБ"},
                                                                                   {"MB", "МБ"},
                                                                                   {"GB", "ГБ"}}};
constexpr auto inEnglish = &decltype(unitPairs)::value_type::first;
constexpr auto inRussian = &decltype(unitPairs)::value_type::second;

/// The other name of a unit, or of one a second; the same where it has none.
template <class From, class To>
std::string translated(std::string_view unit, From from, To to) {
    for (const std::string_view second : {"/s", "/с"}) {
        if (!unit.ends_with(second)) continue;
        unit.remove_suffix(second.size());
        return translated(unit, from, to) + "/" + translated(second.substr(1), from, to);
    }
    const auto* const found = std::ranges::find(unitPairs, unit, from);
    return std::string(found == unitPairs.end() ? unit : std::invoke(to, *found));
}

std::string joined(std::string number, std::string_view unit) {
    if (!unit.empty()) number.append(" ").append(unit);
    return number;
}

/// Of any kind.
bool isQuantity(std::string_view text) {
    return std::ranges::any_of(
        std::array{Unit::None, Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond},
        [&](Unit unit) { return readQuantity(text, unit).has_value(); });
}

} // namespace

Text quantityText(double value, Unit unit) { return quantityText(writeQuantity(value, unit)); }

Text quantityText(std::string_view written) {
    std::string english(written);
    if (!isQuantity(written)) return {english, english};
    const QuantityParts parts = quantityParts(written);
    std::string russian =
        joined(withComma(std::string(parts.number)), translated(parts.unit, inEnglish, inRussian));
    return {std::move(english), std::move(russian)};
}

std::string writtenQuantity(std::string_view typed, Language language) {
    std::string pointed(typed);
    if (language == Language::Russian) std::replace(pointed.begin(), pointed.end(), ',', '.');
    const QuantityParts parts = quantityParts(pointed);
    std::string written =
        joined(std::string(parts.number), translated(parts.unit, inRussian, inEnglish));
    return isQuantity(written) ? written : std::string(typed);
}

Text sizeText(double bytes) {
    constexpr std::array<const char*, 6> units{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    // Three digits that matter; bytes are whole.
    const int decimals = unit == 0 || bytes >= 99.95 ? 0 : bytes >= 9.995 ? 1 : 2;
    const std::string number = fmt::format("{:.{}f}", bytes, decimals);
    return {number + " " + units[unit],
            withComma(number) + " " + translated(units[unit], inEnglish, inRussian)};
}

std::string_view russianForm(std::int64_t count, std::string_view one, std::string_view few,
                             std::string_view many) {
    const std::int64_t lastTwo = count % 100;
    const std::int64_t last = count % 10;
    if (lastTwo >= 11 && lastTwo <= 14) return many;
    if (last == 1) return one;
    return last >= 2 && last <= 4 ? few : many;
}

Text counted(std::int64_t count, const Noun& noun) {
    return {fmt::format("{} {}", count, count == 1 ? noun.one : noun.more),
            fmt::format("{} {}", count, russianForm(count, noun.ruOne, noun.ruFew, noun.ruMany))};
}

} // namespace troika
