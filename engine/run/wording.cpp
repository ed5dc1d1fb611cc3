// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <troika/scenario/json.h>
#include <utility>

namespace troika {
namespace {

std::string withComma(std::string text) {
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string unitInRussian(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> names{{
        {"ns", "нс"},
        {"us", "мкс"},
        {"ms", "мс"},
        {"s", "с"},
        {"min", "мин"},
        {"h", "ч"},
        {"B", "Б"},
        {"KiB", "КиБ"},
        {"MiB", "МиБ"},
        {"GiB", "ГиБ"},
        {"KB", "КБ"},
        {"MB", "МБ"},
        {"GB", "ГБ"},
        {"B/s", "Б/с"},
        {"KiB/s", "КиБ/с"},
        {"MiB/s", "МиБ/с"},
    }};
    for (const auto& [name, russian] : names) {
        if (name == unit) return std::string(russian);
    }
    return std::string(unit);
}

} // namespace

Text quantityText(double value, Unit unit) {
    const std::string english = writeQuantity(value, unit);
    const std::size_t blank = english.find(' ');
    if (blank == std::string::npos) return {english, withComma(english)};
    return {english, withComma(english.substr(0, blank)) + " " +
                         unitInRussian(std::string_view(english).substr(blank + 1))};
}

Text roughBytes(double bytes) {
    constexpr std::array<const char*, 5> units{"B", "KiB", "MiB", "GiB", "TiB"};
    constexpr std::array<const char*, 5> russian{"Б", "КиБ", "МиБ", "ГиБ", "ТиБ"};
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    const std::string number = fmt::format("{:.{}f}", bytes, unit == 0 || bytes >= 100 ? 0 : 1);
    return {number + " " + units[unit], withComma(number) + " " + russian[unit]};
}

Text roughDuration(double seconds) {
    if (seconds < 1.5) return {"about a second", "около секунды"};
    if (seconds < 20) return bilingual("about {:.0f} s", "примерно {:.0f} с", seconds);
    if (seconds < 120) {
        const double fives = std::round(seconds / 5) * 5;
        return bilingual("about {:.0f} s", "примерно {:.0f} с", fives);
    }
    const double minutes = seconds / 60;
    if (minutes < 120) return bilingual("about {:.0f} min", "примерно {:.0f} мин", minutes);
    const double hours = minutes / 60;
    return bilingual("about {:.0f} h", "примерно {:.0f} ч", hours);
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
