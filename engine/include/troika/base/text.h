// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>
#include <string>
#include <type_traits>
#include <utility>

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

/// An argument as one language says it: of a Text that language's part, all else as it is.
template <class Argument>
const Argument& inLanguage(const Argument& argument, Language) {
    return argument;
}
inline const std::string& inLanguage(const Text& text, Language language) {
    return text.in(language);
}

template <class Argument>
using InLanguage =
    std::remove_cvref_t<decltype(inLanguage(std::declval<const Argument&>(), Language::English))>;

/// The same sentence in English and in Russian, with the same arguments (fmt syntax) in both; an
/// argument that is a Text is put in by language.
template <class... Args>
Text bilingual(fmt::format_string<const InLanguage<Args>&...> english,
               fmt::format_string<const InLanguage<Args>&...> russian, const Args&... args) {
    return {fmt::format(english, inLanguage(args, Language::English)...),
            fmt::format(russian, inLanguage(args, Language::Russian)...)};
}

} // namespace troika
