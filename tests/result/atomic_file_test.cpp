// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/atomic_file.h"
#include "result/example.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

TEST(AtomicFile, ReplacesWhatWasThereAndLeavesNothingElse) {
    const example::Directory directory;
    ASSERT_TRUE(writeAtomically(directory / "a", "first"));
    ASSERT_TRUE(writeAtomically(directory / "a", "second"));
    EXPECT_EQ(example::contentOf(directory / "a"), "second");
    EXPECT_EQ(directory.files(), 1U);
    EXPECT_NE(std::filesystem::status(directory / "a").permissions() &
                  std::filesystem::perms::owner_read,
              std::filesystem::perms::none);
}

TEST(AtomicFile, WithoutADirectoryIsAFailureThatNamesTheFile) {
    const example::Directory directory;
    const auto written = writeAtomically(directory / "none/a", "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "result-not-written");
    EXPECT_NE(written.error().text.en.find("none/a"), std::string::npos);
    EXPECT_NE(written.error().text.ru.find("none/a"), std::string::npos);
}

TEST(AtomicFile, WhatCannotBeReplacedStaysAndNothingTemporaryIsLeft) {
    const example::Directory directory;
    std::filesystem::create_directory(directory / "a");
    EXPECT_FALSE(writeAtomically(directory / "a", "x"));
    EXPECT_TRUE(std::filesystem::is_directory(directory / "a"));
    EXPECT_EQ(directory.files(), 1U);
}

} // namespace
} // namespace troika
