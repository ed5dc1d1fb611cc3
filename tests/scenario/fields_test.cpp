// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/fields.h"

#include <gtest/gtest.h>

namespace troika::test {
namespace {

TEST(Fields, NamesArePartsOfFileNames) {
    for (const char* name : {"a", "downloads-many", "A_1.b", "0"})
        EXPECT_TRUE(isName(name)) << name;
    for (const char* name : {"", ".", "..", ".hidden", "a/b", "a b", "a\nb", "имя", "a\\b"}) {
        EXPECT_FALSE(isName(name)) << name;
    }
    EXPECT_TRUE(isName(std::string(64, 'a')));
    EXPECT_FALSE(isName(std::string(65, 'a')));
}

TEST(Fields, LabelsAreLimitedInLength) {
    EXPECT_TRUE(isLabel(std::string(64, 'a')));
    EXPECT_FALSE(isLabel(std::string(65, 'a')));
}

TEST(Fields, FindsControlsOfATerminal) {
    for (const char* text : {"\x1b[2J", "a\tb", "\r", "\x7f", "\xC2\x80", "я\xC2\x9F"}) {
        EXPECT_TRUE(hasControls(text)) << text;
    }
    for (const char* text : {"", "plain", "two\nlines", "Загрузки", "\xC2\xA0", "\xC2"}) {
        EXPECT_FALSE(hasControls(text)) << text;
    }
}

TEST(Fields, PathsAreThoseOfSet) {
    EXPECT_EQ(contenderPath("a b"), "backends[a b]");
    EXPECT_EQ(stepPath(3), "workload.steps.3");
}

} // namespace
} // namespace troika::test
