// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_backends.h"

#include "grid.h"
#include "words.h"

#include <fmt/format.h>

namespace troika::cli {
namespace {

const char* name(Family family) {
    switch (family) {
    case Family::Serial:
        return "serial";
    case Family::Thread:
        return "thread";
    case Family::Process:
        return "process";
    case Family::Async:
        return "async";
    case Family::Cluster:
        break;
    }
    return "cluster";
}

const char* name(SettingType type) {
    switch (type) {
    case SettingType::Flag:
        return "flag";
    case SettingType::Integer:
        return "integer";
    case SettingType::Number:
        return "number";
    case SettingType::Quantity:
        return "quantity";
    case SettingType::Choice:
        return "choice";
    case SettingType::Windows:
        return "windows";
    case SettingType::Delay:
        break;
    }
    return "delay";
}

/// A value as a scenario would write it.
Json valueJson(const SettingValue& value, Unit unit) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* delay = std::get_if<Delay>(&value)) {
        return writeQuantity(delay->first, Unit::Seconds);
    }
    const double number = std::get<double>(value);
    return unit == Unit::None ? Json(number) : Json(writeQuantity(number, unit));
}

bool hasRange(const Setting& setting) {
    return setting.type != SettingType::Flag && setting.type != SettingType::Choice;
}

std::string allowedText(const Setting& setting, Language language) {
    if (hasRange(setting)) {
        return words::range(writeLimit(setting.low, setting), writeLimit(setting.high, setting))
            .in(language);
    }
    if (setting.type == SettingType::Flag) return "true, false";
    std::string names;
    for (const Choice& choice : setting.choices) {
        names += (names.empty() ? "" : ", ") + choice.name;
    }
    return names;
}

std::string defaultText(const Setting& setting, Language language) {
    if (!setting.byDefault) {
        return (setting.required ? words::required() : words::none()).in(language);
    }
    const Json value = valueJson(*setting.byDefault, setting.unit);
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Json settingJson(const Setting& setting) {
    Json json{{"name", setting.name},
              {"type", name(setting.type)},
              {"title", textJson(setting.title)},
              {"explanation", textJson(setting.explanation)},
              {"required", setting.required}};
    json["default"] =
        setting.byDefault ? valueJson(*setting.byDefault, setting.unit) : Json(nullptr);
    if (hasRange(setting)) {
        json["low"] = setting.low;
        json["high"] = setting.high;
    }
    if (setting.onlyWith) {
        json["only_with"] = {{"setting", setting.onlyWith->setting},
                             {"choices", setting.onlyWith->choices}};
    }
    if (setting.type == SettingType::Choice) {
        json["choices"] = Json::array();
        for (const Choice& choice : setting.choices) {
            json["choices"].push_back(
                {{"name", choice.name}, {"explanation", textJson(choice.explanation)}});
        }
    }
    return json;
}

void addSettings(std::string& text, const BackendDeclaration& backend, const Layout& layout) {
    for (const Setting& setting : backend.settings) {
        const std::string head = fmt::format(
            "    {}: {}, {} {}", coloured(setting.name, Colour::Bold, layout.colour),
            allowedText(setting, layout.language), words::byDefault().in(layout.language),
            defaultText(setting, layout.language));
        text += head + "\n      " +
                wrapped(setting.explanation.in(layout.language), layout.width, 6, 6) + "\n";
    }
}

} // namespace

Json textJson(const Text& text) { return {{"en", text.en}, {"ru", text.ru}}; }

std::string backendsText(const Catalogue& catalogue, const Layout& layout) {
    std::string text;
    for (const BackendDeclaration& backend : catalogue.backends) {
        if (backend.forTests) continue;
        text += fmt::format("{}  {} ({})\n", coloured(backend.name, Colour::Bold, layout.colour),
                            backend.title.in(layout.language),
                            words::family(backend.family).in(layout.language));
        text += "  " + wrapped(backend.explanation.in(layout.language), layout.width, 2, 2) + "\n";
        addSettings(text, backend, layout);
    }
    return text;
}

std::string backendsJson(const Catalogue& catalogue) {
    Json list = Json::array();
    for (const BackendDeclaration& backend : catalogue.backends) {
        if (backend.forTests) continue;
        Json settings = Json::array();
        for (const Setting& setting : backend.settings) settings.push_back(settingJson(setting));
        list.push_back({{"name", backend.name},
                        {"family", name(backend.family)},
                        {"runtime", backend.runtime},
                        {"title", textJson(backend.title)},
                        {"explanation", textJson(backend.explanation)},
                        {"settings", std::move(settings)}});
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace troika::cli
