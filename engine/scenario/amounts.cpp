// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/scenario/amounts.h>
#include <troika/scenario/json.h>

#include <algorithm>
#include <array>
#include <utility>

namespace troika {
namespace {

std::string withComma(std::string text) {
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string unitInRussian(std::string_view unit) {
    constexpr std::string_view perSecond = "/s";
    if (unit.ends_with(perSecond)) {
        return unitInRussian(unit.substr(0, unit.size() - perSecond.size())) + "/с";
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> names{{{"ns", "нс"},
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
    const auto* const found = std::ranges::find(names, unit, &decltype(names)::value_type::first);
    return std::string(found == names.end() ? unit : found->second);
}

} // namespace

Text quantityText(double value, Unit unit) {
    const std::string english = writeQuantity(value, unit);
    const std::size_t blank = english.find(' ');
    if (blank == std::string::npos) return {english, withComma(english)};
    return {english, withComma(english.substr(0, blank)) + " " +
                         unitInRussian(std::string_view(english).substr(blank + 1))};
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
    return {number + " " + units[unit], withComma(number) + " " + unitInRussian(units[unit])};
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
