// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <cstdlib>

namespace troika::cli {
namespace {

std::optional<Language> asked(int count, const char* const* arguments) {
    constexpr std::string_view option = "--lang";
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == option && i + 1 < count) return languageNamed(arguments[i + 1]);
        if (argument.starts_with("--lang=")) return languageNamed(argument.substr(7));
    }
    return std::nullopt;
}

} // namespace

std::optional<Language> languageNamed(std::string_view name) {
    const std::string_view two = name.substr(0, 2);
    const bool whole = name.size() <= 2 || name[2] == '_' || name[2] == '.' || name[2] == '@';
    if (!whole) return std::nullopt;
    if (two == "ru") return Language::Russian;
    if (two == "en") return Language::English;
    return std::nullopt;
}

Language chooseLanguage(int count, const char* const* arguments) {
    if (const auto language = asked(count, arguments)) return *language;
    for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(variable);
        if (value == nullptr || *value == '\0') continue;
        return languageNamed(value).value_or(Language::English);
    }
    return Language::English;
}

} // namespace troika::cli
