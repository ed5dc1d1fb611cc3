// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/archive.h"
#include "result/example.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

class ArchiveTest : public testing::Test {
protected:
    void pack(const std::vector<std::pair<std::string, std::string_view>>& files) {
        const auto packed = packArchive(files);
        ASSERT_TRUE(packed);
        example::write(file, *packed);
    }

    example::Directory directory;
    std::filesystem::path file = directory / "a.zip";
};

TEST_F(ArchiveTest, GivesBackWhatWasPacked) {
    const std::string large(3'000'000, 'x');
    pack({{"one.json", "{}"}, {"two.bin", large}, {"empty", ""}});
    EXPECT_LT(std::filesystem::file_size(file), 100'000U);
    const auto archive = Archive::open(file);
    ASSERT_TRUE(archive);
    EXPECT_EQ(archive->read("one.json", 100).value(), "{}");
    EXPECT_EQ(archive->read("two.bin", 10'000'000).value(), large);
    EXPECT_EQ(archive->read("empty", 100).value(), "");
}

TEST_F(ArchiveTest, RefusesToUnpackMoreThanAllowed) {
    const std::string bomb(50'000'000, '\0');
    pack({{"bomb", bomb}});
    const auto read = Archive::open(file)->read("bomb", 1'000'000);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "result-too-large");
    EXPECT_NE(read.error().text.en.find("50000000"), std::string::npos);
    test::expectSentences(read.error().text);
}

TEST_F(ArchiveTest, AMissingMemberIsDamage) {
    pack({{"one", "1"}});
    EXPECT_EQ(Archive::open(file)->read("two", 100).error().code, "result-damaged");
}

TEST_F(ArchiveTest, DamageIsToldInBothLanguages) {
    pack({{"one", "1"}});
    EXPECT_EQ(Archive::open(file)->read("two", 100).error().text.ru,
              "Файл результата повреждён: two: такого файла нет.");
    EXPECT_EQ(Archive::open(directory / "none").error().text.ru,
              "Файл результата повреждён: none: такого файла нет.");
}

TEST_F(ArchiveTest, NoArchiveIsDamage) {
    example::write(file, "PK\x03\x04 and nothing more");
    EXPECT_EQ(Archive::open(file).error().code, "result-damaged");
    EXPECT_EQ(Archive::open(directory / "none").error().code, "result-damaged");
    test::expectSentences(Archive::open(file).error().text);
}

/// Every single changed byte is noticed, or leaves the content as it was.
TEST_F(ArchiveTest, AFlippedByteNeverGivesOtherContent) {
    const std::string content = "some content that deflates some content that deflates";
    pack({{"one", content}});
    const std::string whole = example::contentOf(file);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string broken = whole;
        broken[i] = static_cast<char>(broken[i] ^ 0x55);
        example::write(file, broken);
        const auto archive = Archive::open(file);
        if (!archive) continue;
        const auto read = archive->read("one", 1000);
        if (read) {
            EXPECT_EQ(*read, content) << "byte " << i;
        }
    }
}

TEST_F(ArchiveTest, ACutOffFileIsDamage) {
    pack({{"one", "content"}});
    const std::string whole = example::contentOf(file);
    for (std::size_t length = 4; length < whole.size(); ++length) {
        example::write(file, whole.substr(0, length));
        EXPECT_FALSE(Archive::open(file)) << length;
    }
}

} // namespace
} // namespace troika
