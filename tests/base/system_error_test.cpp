// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/system_error.h>

#include <gtest/gtest.h>

#include <cerrno>

namespace troika::test {
namespace {

TEST(SystemError, is_told_in_both_languages) {
    EXPECT_EQ(systemError(ENOENT),
              (Text{"No such file or directory", "нет такого файла или папки"}));
}

TEST(SystemError, without_russian_words_has_its_name) {
    EXPECT_EQ(systemError(ENOTTY).ru, "ENOTTY");
}

TEST(SystemError, that_no_system_knows_has_its_number) {
    EXPECT_EQ(systemError(4711), (Text{"error 4711", "ошибка 4711"}));
}

} // namespace
} // namespace troika::test
