// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/wording.h"

#include "scenario/nearest.h"

namespace troika {
namespace {

constexpr std::size_t longestShown = 80;

std::string cut(std::string text) {
    if (text.size() <= longestShown) return text;
    std::size_t end = longestShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

Text typeNoun(const Json& value) {
    if (value.is_null()) return {"null", "null"};
    if (value.is_boolean()) return {"true or false", "true или false"};
    if (value.is_number()) return {"a number", "число"};
    if (value.is_string()) return {"a text", "строка"};
    if (value.is_array()) return {"a list", "список"};
    return {"an object", "объект"};
}

Text quantityAllowed(const Setting& setting) {
    const Text range = rangeOf(setting);
    switch (setting.unit) {
    case Unit::Seconds:
        return bilingual("a duration {}, such as \"50 ms\" (ns, us, ms, s, min; bare: seconds)",
                         "длительность {}, например \"50 ms\" (ns, us, ms, s, min; "
                         "без единицы — секунды)",
                         range);
    case Unit::Bytes:
        return bilingual("a size {}, such as \"64 KiB\" (B, KiB, MiB, GiB, KB, MB, GB; bare: "
                         "bytes)",
                         "размер {}, например \"64 KiB\" (B, KiB, MiB, GiB, KB, MB, GB; "
                         "без единицы — байты)",
                         range);
    case Unit::BytesPerSecond:
        return bilingual("a rate {}, such as \"20 MiB/s\" (B/s, KiB/s, MiB/s, GiB/s, KB/s, MB/s, "
                         "GB/s; bare: bytes a second)",
                         "скорость {}, например \"20 MiB/s\" (B/s, KiB/s, MiB/s, GiB/s, KB/s, "
                         "MB/s, GB/s; без единицы — байты в секунду)",
                         range);
    case Unit::None:
        break;
    }
    return bilingual("a number {}", "число {}", range);
}

Text windowsAllowed(const Setting& setting) {
    return bilingual(
        "a list of at most {0} of {{\"at\": …, \"for\": …}}, one after the other: when "
        "it begins in a slice and how long it lasts, up to {1} each",
        "список не более чем из {0} записей {{\"at\": …, \"for\": …}}, одна за другой: "
        "когда в отрезке начинается и сколько длится, каждая не больше {1}",
        mostWindows, writeLimit(setting.high, setting));
}

} // namespace

std::string shown(const Json& value) {
    return cut(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string shownPlain(std::string_view text) {
    const std::string quoted =
        Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
    return cut(quoted.substr(1, quoted.size() - 2));
}

std::string listed(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

Text rangeOf(const Setting& setting) {
    return bilingual("from {} to {}", "от {} до {}", writeLimit(setting.low, setting),
                     writeLimit(setting.high, setting));
}

Text allowedFor(const Setting& setting) {
    const Text range = rangeOf(setting);
    switch (setting.type) {
    case SettingType::Flag:
        return {"true or false", "true или false"};
    case SettingType::Integer:
        return bilingual("a whole number {}", "целое число {}", range);
    case SettingType::Number:
        return bilingual("a number {}", "число {}", range);
    case SettingType::Quantity:
        return quantityAllowed(setting);
    case SettingType::Choice: {
        const std::string names = listed(namesOf(setting.choices));
        return bilingual("one of: {}", "одно из: {}", names);
    }
    case SettingType::Windows:
        return windowsAllowed(setting);
    case SettingType::Delay:
        break;
    }
    return bilingual(
        "a duration {}, such as \"50 ms\", or {{\"distribution\": …}} with fixed (value), uniform "
        "(low, high), exponential (mean), log-normal (median, sigma) or pareto (scale, shape)",
        "длительность {}, например \"50 ms\", или {{\"distribution\": …}}: fixed (value), uniform "
        "(low, high), exponential (mean), log-normal (median, sigma) или pareto (scale, shape)",
        range);
}

Finding unknownWord(std::string field, const Json& value, const Text& noun, std::string_view word,
                    const std::vector<std::string>& known) {
    Text problem = noun;
    if (const auto nearest = nearestWord(word, known)) {
        problem.en += fmt::format("; did you mean {}?", *nearest);
        problem.ru += fmt::format("; возможно, имелось в виду {}?", *nearest);
    }
    return {std::move(field), shown(value), problem,
            bilingual("one of: {}", "одно из: {}", listed(known))};
}

Finding withoutMeaning(std::string field, const Json& value, const Setting& setting,
                       const Settings& beside) {
    const OnlyWith& need = *setting.onlyWith;
    return {std::move(field), shown(value),
            bilingual("has no meaning with {} \"{}\"", "не имеет смысла при {} \"{}\"",
                      need.setting, beside.choice(need.setting)),
            bilingual("nothing here, or {} as one of: {}", "ничего, либо {} — одно из: {}",
                      need.setting, listed(need.choices))};
}

Finding missing(std::string field, Text allowed) {
    return {std::move(field), "", {"missing", "не задано"}, std::move(allowed)};
}

Finding wrongType(std::string field, const Json& value, Text allowed) {
    const Text found = typeNoun(value);
    return {std::move(field), shown(value),
            bilingual("{} does not fit here", "{} здесь не подходит", found), std::move(allowed)};
}

} // namespace troika
