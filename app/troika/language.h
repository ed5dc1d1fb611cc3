// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <troika/base/text.h>

namespace troika::cli {

/// "en" or "ru", also with what follows in a locale's name ("ru_RU.UTF-8"); nothing for others.
[[nodiscard]] std::optional<Language> languageNamed(std::string_view name);

/// What the user reads: `--lang` wherever it stands among the arguments, else LC_ALL, LC_MESSAGES
/// or LANG (the first that is set), else English.
[[nodiscard]] Language chooseLanguage(int count, const char* const* arguments);

} // namespace troika::cli
