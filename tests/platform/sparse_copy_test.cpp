// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sparse_copy.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

class SparseCopyTest : public ::testing::Test {
protected:
    SparseCopyTest() { fs::create_directories(m_folder); }
    ~SparseCopyTest() override { fs::remove_all(m_folder); }

    [[nodiscard]] std::string content(const fs::path& file) const {
        std::string bytes(fs::file_size(file), '\0');
        std::ifstream(file, std::ios::binary).read(bytes.data(), static_cast<long>(bytes.size()));
        return bytes;
    }

    // In shared memory, where sample logs are.
    fs::path m_folder = fs::path("/dev/shm") / ("sparse-" + std::to_string(::getpid()));
    fs::path m_from = m_folder / "from";
    fs::path m_to = m_folder / "to";
};

TEST_F(SparseCopyTest, copies_what_is_there_and_no_hole) {
    constexpr std::uintmax_t size = 64 << 20;
    const std::string middle(2'500'000, 'm'); // More than is copied at a time.
    {
        std::ofstream file(m_from, std::ios::binary);
        file << "head";
        file.seekp(8 << 20);
        file << middle;
    }
    fs::resize_file(m_from, size);
    ASSERT_TRUE(copySparse(m_from, m_to));
    EXPECT_EQ(fs::file_size(m_to), size);
    EXPECT_TRUE(content(m_from) == content(m_to));
    struct stat status {};
    ASSERT_EQ(::stat(m_to.c_str(), &status), 0);
    EXPECT_LT(status.st_blocks * 512, 4 << 20);
    EXPECT_FALSE(fs::exists(m_folder / "to.part"));
}

TEST_F(SparseCopyTest, copies_what_has_no_hole_or_nothing_at_all) {
    for (const std::string text : {"", "x", "all of it"}) {
        std::ofstream(m_from, std::ios::binary) << text;
        ASSERT_TRUE(copySparse(m_from, m_to)) << text;
        EXPECT_EQ(content(m_to), text);
    }
}

TEST_F(SparseCopyTest, leaves_nothing_where_it_fails) {
    EXPECT_FALSE(copySparse(m_from, m_to));
    EXPECT_FALSE(fs::exists(m_to));
    std::ofstream(m_from) << "text";
    fs::create_directories(m_to);
    EXPECT_FALSE(copySparse(m_from, m_to));
    EXPECT_FALSE(fs::exists(m_folder / "to.part"));
    EXPECT_FALSE(copySparse(m_from, m_folder / "nowhere" / "to"));
}

} // namespace
} // namespace troika::test
