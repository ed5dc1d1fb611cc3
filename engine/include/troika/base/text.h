// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>
#include <string>

namespace troika {

enum class Language { English, Russian };

/// A text that a user reads, in every language Troika speaks (UTF-8).
struct Text {
    std::string en;
    std::string ru;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::Russian && !ru.empty() ? ru : en;
    }
    [[nodiscard]] bool empty() const { return en.empty() && ru.empty(); }

    bool operator==(const Text&) const = default;
};

/// The same sentence in English and in Russian, with the same arguments (fmt syntax) in both.
template <class... Args>
Text bilingual(fmt::format_string<const Args&...> english,
               fmt::format_string<const Args&...> russian, const Args&... args) {
    return {fmt::format(english, args...), fmt::format(russian, args...)};
}

} // namespace troika
