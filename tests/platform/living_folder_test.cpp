// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/living_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

class LivingFolderTest : public ::testing::Test {
protected:
    ~LivingFolderTest() override { fs::remove_all(m_path); }
    fs::path m_path = fs::temp_directory_path() / ("living-" + std::to_string(::getpid()));
};

TEST_F(LivingFolderTest, lives_with_its_object_and_goes_with_it) {
    {
        LivingFolder folder(m_path);
        ASSERT_TRUE(folder);
        EXPECT_TRUE(isLiving(m_path));
        removeIfDeserted(m_path);
        EXPECT_TRUE(fs::exists(m_path));
        const LivingFolder moved = std::move(folder);
        EXPECT_TRUE(isLiving(m_path));
        std::ofstream(m_path / "content") << "x";
    }
    EXPECT_FALSE(fs::exists(m_path));
}

TEST_F(LivingFolderTest, what_nobody_lives_in_is_removed_once_it_is_empty) {
    fs::create_directories(m_path / "trial");
    std::ofstream(m_path / "alive") << "";
    EXPECT_FALSE(isLiving(m_path));
    removeIfDeserted(m_path);
    EXPECT_TRUE(fs::exists(m_path / "trial"));
    fs::remove(m_path / "trial");
    removeIfDeserted(m_path);
    EXPECT_FALSE(fs::exists(m_path));
}

TEST_F(LivingFolderTest, is_empty_where_no_folder_can_be_made) {
    EXPECT_FALSE(LivingFolder("/proc/nothing/here"));
    EXPECT_FALSE(LivingFolder());
}

} // namespace
} // namespace troika::test
