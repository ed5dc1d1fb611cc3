// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <string_view>
#include <troika/base/text.h>

namespace troika::test {

/// Not a small letter, Latin or Cyrillic, in UTF-8.
inline bool beginsLarge(std::string_view text) {
    if (text.empty()) return false;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') return false;
    if (text.size() < 2 || (first != 0xD0 && first != 0xD1)) return true;
    const auto second = static_cast<unsigned char>(text[1]);
    return first == 0xD0 && second < 0xB0;
}

/// Whole sentences in both languages: a large letter first, a full stop last.
inline void expectSentences(const Text& text) {
    for (const std::string& one : {text.en, text.ru}) {
        EXPECT_TRUE(beginsLarge(one)) << one;
        EXPECT_TRUE(one.ends_with('.') && !one.ends_with("..")) << one;
    }
}

} // namespace troika::test
