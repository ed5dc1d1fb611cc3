// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/read_setting.h"

#include "scenario/nearest.h"
#include "scenario/units.h"
#include "scenario/windows.h"
#include "scenario/wording.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace troika {
namespace {

bool isWithin(double value, const Setting& setting) {
    return value >= setting.low && value <= setting.high;
}

Finding outOfRange(const std::string& field, const Json& value, const Setting& setting,
                   bool isTooSmall) {
    return {field, shown(value),
            isTooSmall ? Text{"too small", "слишком мало"} : Text{"too large", "слишком много"},
            allowedFor(setting)};
}

/// Reports a value out of range; true if it is within.
bool checkRange(double number, const Json& value, const Setting& setting, const std::string& field,
                Findings& findings) {
    if (isWithin(number, setting)) return true;
    findings.push_back(outOfRange(field, value, setting, number < setting.low));
    return false;
}

/// Why a text is no quantity of this unit.
Text whyNoQuantity(std::string_view text, Unit wanted) {
    const QuantityParts parts = quantityParts(text);
    if (parts.number.empty()) return {"not a quantity", "это не величина"};
    std::vector<std::string> known;
    for (const UnitName& name : unitNames(wanted)) known.emplace_back(name.name);
    if (std::ranges::find(known, parts.unit) != known.end()) {
        return {"number too large or too small", "слишком большое или слишком малое число"};
    }
    for (const Unit unit : {Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond}) {
        if (!readQuantity(text, unit)) continue;
        const Text found = unitNoun(unit);
        const Text needed = unitNoun(wanted);
        return bilingual("{}, where {} is needed", "{}, а нужно: {}", found, needed);
    }
    const std::string unit = shownPlain(parts.unit);
    Text problem = bilingual("no such unit: {}", "нет такой единицы: {}", unit);
    if (const auto nearest = nearestWord(parts.unit, known)) {
        problem.en += fmt::format("; did you mean {}?", *nearest);
        problem.ru += fmt::format("; возможно, имелось в виду {}?", *nearest);
    }
    return problem;
}

std::optional<SettingValue> readInteger(const Json& value, const Setting& setting,
                                        const std::string& field, Findings& findings) {
    if (!value.is_number()) {
        findings.push_back(wrongType(field, value, allowedFor(setting)));
        return std::nullopt;
    }
    const auto number = value.get<double>();
    if (number != std::floor(number)) {
        findings.push_back({field,
                            shown(value),
                            {"not a whole number", "это не целое число"},
                            allowedFor(setting)});
        return std::nullopt;
    }
    if (!checkRange(number, value, setting, field, findings)) return std::nullopt;
    if (value.is_number_float()) return static_cast<std::int64_t>(number);
    return value.get<std::int64_t>();
}

std::optional<SettingValue> readNumber(const Json& value, const Setting& setting,
                                       const std::string& field, Findings& findings) {
    if (!value.is_number()) {
        findings.push_back(wrongType(field, value, allowedFor(setting)));
        return std::nullopt;
    }
    const auto number = value.get<double>();
    if (!checkRange(number, value, setting, field, findings)) return std::nullopt;
    return number;
}

std::optional<SettingValue> readQuantitySetting(const Json& value, const Setting& setting,
                                                const std::string& field, Findings& findings) {
    if (!value.is_number() && !value.is_string()) {
        findings.push_back(wrongType(field, value, allowedFor(setting)));
        return std::nullopt;
    }
    const auto number = value.is_number()
                            ? std::optional(value.get<double>())
                            : readQuantity(value.get_ref<const std::string&>(), setting.unit);
    if (!number) {
        findings.push_back({field, shown(value),
                            whyNoQuantity(value.get_ref<const std::string&>(), setting.unit),
                            allowedFor(setting)});
        return std::nullopt;
    }
    if (!checkRange(*number, value, setting, field, findings)) return std::nullopt;
    if (setting.unit == Unit::Bytes && *number != std::floor(*number)) {
        findings.push_back({field,
                            shown(value),
                            {"not a whole number of bytes", "это не целое число байтов"},
                            allowedFor(setting)});
        return std::nullopt;
    }
    return *number;
}

std::optional<SettingValue> readChoice(const Json& value, const Setting& setting,
                                       const std::string& field, Findings& findings) {
    if (!value.is_string()) {
        findings.push_back(wrongType(field, value, allowedFor(setting)));
        return std::nullopt;
    }
    const auto& word = value.get_ref<const std::string&>();
    const auto known = namesOf(setting.choices);
    if (std::ranges::find(known, word) != known.end()) return word;
    findings.push_back(
        unknownWord(field, value, {"no such choice", "нет такого варианта"}, word, known));
    return std::nullopt;
}

std::optional<SettingValue> readFlag(const Json& value, const Setting& setting,
                                     const std::string& field, Findings& findings) {
    if (value.is_boolean()) return value.get<bool>();
    findings.push_back(wrongType(field, value, allowedFor(setting)));
    return std::nullopt;
}

} // namespace

std::optional<SettingValue> readSetting(const Json& value, const Setting& setting,
                                        const std::string& field, Findings& findings) {
    switch (setting.type) {
    case SettingType::Flag:
        return readFlag(value, setting, field, findings);
    case SettingType::Integer:
        return readInteger(value, setting, field, findings);
    case SettingType::Number:
        return readNumber(value, setting, field, findings);
    case SettingType::Quantity:
        return readQuantitySetting(value, setting, field, findings);
    case SettingType::Choice:
        return readChoice(value, setting, field, findings);
    case SettingType::Windows:
        if (auto windows = readWindows(value, setting, field, findings)) return *windows;
        return std::nullopt;
    case SettingType::Delay:
        break;
    }
    if (const auto delay = readDelay(value, setting, field, findings)) return *delay;
    return std::nullopt;
}

std::string fieldOf(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

void checkKeys(const Json& object, const std::string& path, const std::vector<std::string>& known,
               Findings& findings) {
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) != known.end()) continue;
        const std::string field = fieldOf(path, shownPlain(key));
        findings.push_back(
            unknownWord(field, value, {"no such key", "нет такого ключа"}, key, known));
    }
}

namespace {

/// The object that a setting of that name is a member of, and the member's key: "payload.input" is
/// the member "input" of the member "payload".
std::pair<std::string, std::string> groupAndKey(const std::string& name) {
    const auto dot = name.find('.');
    if (dot == std::string::npos) return {"", name};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

/// Members of `object` by their group; a group that is no object is a finding. Unknown keys too.
std::map<std::string, const Json*> groupsOf(const Json& object, const std::string& path,
                                            const std::vector<Setting>& declared,
                                            const std::vector<std::string>& otherKeys,
                                            Findings& findings) {
    std::map<std::string, std::vector<std::string>> keys{{"", otherKeys}};
    for (const Setting& setting : declared) {
        const auto [group, key] = groupAndKey(setting.name);
        if (!group.empty() && !keys.contains(group)) keys[""].push_back(group);
        keys[group].push_back(key);
    }
    std::map<std::string, const Json*> groups;
    for (const auto& [group, known] : keys) {
        const std::string groupPath = group.empty() ? path : fieldOf(path, group);
        const auto place = object.find(group);
        if (!group.empty() && place == object.end()) continue;
        const Json& members = group.empty() ? object : *place;
        if (!members.is_object()) {
            findings.push_back(wrongType(groupPath, members, objectAllowed));
            continue;
        }
        checkKeys(members, groupPath, known, findings);
        groups[group] = &members;
    }
    return groups;
}

} // namespace

Settings readSettings(const Json& object, const std::string& path,
                      const std::vector<Setting>& declared,
                      const std::vector<std::string>& otherKeys, Findings& findings) {
    const auto groups = groupsOf(object, path, declared, otherKeys, findings);
    Settings settings;
    for (const Setting& setting : declared) {
        const std::string field = fieldOf(path, setting.name);
        const auto [group, key] = groupAndKey(setting.name);
        const auto members = groups.find(group);
        const bool given = members != groups.end() && members->second->contains(key);
        const bool hasMeaning = applies(setting, settings);
        if (given) {
            const Json& value = (*members->second)[key];
            if (!hasMeaning) {
                findings.push_back(withoutMeaning(field, value, setting, settings));
                continue;
            }
            auto read = readSetting(value, setting, field, findings);
            if (read) settings.set(setting.name, std::move(*read));
        } else if (!hasMeaning) {
            continue;
        } else if (setting.byDefault) {
            settings.set(setting.name, *setting.byDefault);
        } else if (setting.required) {
            findings.push_back(missing(field, allowedFor(setting)));
        }
    }
    return settings;
}

} // namespace troika
