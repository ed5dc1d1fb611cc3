// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>
#include <troika/scenario/setting.h>

#include <algorithm>
#include <cmath>

namespace troika {
namespace {

template <class T>
const T& wanted(const Settings& settings, std::string_view name) {
    const SettingValue* value = settings.find(name);
    TROIKA_CHECK(value != nullptr, "asked for a setting that is not there");
    const T* typed = std::get_if<T>(value);
    TROIKA_CHECK(typed != nullptr, "asked for a setting by a type that it is not of");
    return *typed;
}

} // namespace

const SettingValue* Settings::find(std::string_view name) const {
    const auto place =
        std::ranges::find(m_values, name, &std::pair<std::string, SettingValue>::first);
    return place == m_values.end() ? nullptr : &place->second;
}

void Settings::set(std::string name, SettingValue value) {
    const auto place =
        std::ranges::find(m_values, name, &std::pair<std::string, SettingValue>::first);
    if (place == m_values.end()) {
        m_values.emplace_back(std::move(name), std::move(value));
    } else {
        place->second = std::move(value);
    }
}

void Settings::erase(std::string_view name) {
    std::erase_if(m_values, [name](const auto& entry) { return entry.first == name; });
}

bool Settings::operator==(const Settings& other) const {
    const auto isThere = [&other](const auto& entry) {
        const SettingValue* value = other.find(entry.first);
        return value != nullptr && *value == entry.second;
    };
    return m_values.size() == other.m_values.size() && std::ranges::all_of(m_values, isThere);
}

bool Settings::flag(std::string_view name) const { return wanted<bool>(*this, name); }

std::int64_t Settings::integer(std::string_view name) const {
    return wanted<std::int64_t>(*this, name);
}

double Settings::number(std::string_view name) const { return wanted<double>(*this, name); }

std::uint64_t Settings::bytes(std::string_view name) const {
    return static_cast<std::uint64_t>(std::llround(number(name)));
}

std::chrono::nanoseconds Settings::duration(std::string_view name) const {
    return std::chrono::nanoseconds(std::llround(number(name) * 1e9));
}

const std::string& Settings::choice(std::string_view name) const {
    return wanted<std::string>(*this, name);
}

const Delay& Settings::delay(std::string_view name) const { return wanted<Delay>(*this, name); }

const TimeWindows& Settings::windows(std::string_view name) const {
    return wanted<TimeWindows>(*this, name);
}

bool applies(const Setting& setting, const Settings& beside) {
    if (!setting.onlyWith || !beside.has(setting.onlyWith->setting)) return true;
    const std::string& chosen = beside.choice(setting.onlyWith->setting);
    return std::ranges::find(setting.onlyWith->choices, chosen) != setting.onlyWith->choices.end();
}

} // namespace troika
