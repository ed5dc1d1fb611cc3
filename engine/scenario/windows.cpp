// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/windows.h"

#include "scenario/read_setting.h"
#include "scenario/wording.h"

namespace troika {
namespace {

constexpr const char* atKey = "at";
constexpr const char* forKey = "for";

/// The declarations of what an entry holds, with the range of the whole.
std::vector<Setting> entryOf(const Setting& windows) {
    Setting at;
    at.name = atKey;
    at.type = SettingType::Quantity;
    at.unit = Unit::Seconds;
    at.required = true;
    at.high = windows.high;
    Setting length = at;
    length.name = forKey;
    length.low = windows.low;
    return {at, length};
}

std::optional<TimeWindow> readWindow(const Json& value, const Setting& setting,
                                     const std::string& field, Findings& findings) {
    if (!value.is_object()) {
        findings.push_back(wrongType(field, value, allowedFor(setting)));
        return std::nullopt;
    }
    const std::size_t before = findings.size();
    const Settings read = readSettings(value, field, entryOf(setting), {}, findings);
    if (findings.size() != before) return std::nullopt;
    return TimeWindow{read.number(atKey), read.number(forKey)};
}

} // namespace

std::optional<TimeWindows> readWindows(const Json& value, const Setting& setting,
                                       const std::string& field, Findings& findings) {
    if (!value.is_array()) {
        findings.push_back(wrongType(field, value, allowedFor(setting)));
        return std::nullopt;
    }
    if (value.size() > mostWindows) {
        findings.push_back(
            {field, shown(value), {"too many", "слишком много"}, allowedFor(setting)});
        return std::nullopt;
    }
    TimeWindows windows;
    const std::size_t before = findings.size();
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string own = fieldOf(field, std::to_string(i));
        const auto window = readWindow(value[i], setting, own, findings);
        if (!window) continue;
        const double free = windows.empty() ? 0 : windows.back().at + windows.back().length;
        if (window->at < free) {
            findings.push_back(
                {fieldOf(own, atKey), shown(value[i][atKey]),
                 Text{"begins before the one before it has ended",
                      "начинается раньше, чем кончается предыдущее"},
                 bilingual("at least {}", "не меньше {}", writeQuantity(free, Unit::Seconds))});
        }
        windows.push_back(*window);
    }
    if (findings.size() != before) return std::nullopt;
    return windows;
}

Json writeWindows(const TimeWindows& windows) {
    Json list = Json::array();
    for (const TimeWindow& window : windows) {
        list.push_back({{atKey, writeQuantity(window.at, Unit::Seconds)},
                        {forKey, writeQuantity(window.length, Unit::Seconds)}});
    }
    return list;
}

} // namespace troika
