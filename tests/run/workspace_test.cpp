// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/workspace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

TEST(WorkspaceTest, gives_each_trial_its_own_place_and_goes_with_them) {
    fs::path memory;
    fs::path disk;
    const fs::path base = fs::temp_directory_path();
    {
        Workspace workspace(base);
        EXPECT_TRUE(workspace.next(false).disk.empty());
        const auto first = workspace.next(true);
        const auto second = workspace.next(true);
        EXPECT_NE(first.memory, second.memory);
        EXPECT_EQ(first.memory.parent_path(), second.memory.parent_path());
        EXPECT_EQ(first.disk.parent_path().parent_path(), base);
        fs::create_directories(first.memory);
        fs::create_directories(first.disk);
        memory = first.memory.parent_path();
        disk = first.disk.parent_path();
        const auto others = otherRuns();
        EXPECT_EQ(std::count(others.begin(), others.end(), static_cast<int>(::getpid())), 0);
    }
    EXPECT_FALSE(fs::exists(memory));
    EXPECT_FALSE(fs::exists(disk));
}

TEST(WorkspaceTest, tells_living_runs_from_the_remains_of_dead_ones) {
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t other = ::fork();
    if (other == 0) {
        Workspace workspace("/dev/shm");
        const std::string folder = workspace.next(false).memory.parent_path();
        (void)!::write(ready[1], folder.c_str(), folder.size() + 1);
        ::pause();
        ::_exit(0);
    }
    char folder[256] = {};
    ASSERT_GT(::read(ready[0], folder, sizeof folder), 0);
    const auto knows = [&] {
        const auto others = otherRuns();
        return std::find(others.begin(), others.end(), static_cast<int>(other)) != others.end();
    };
    EXPECT_TRUE(knows());
    EXPECT_TRUE(fs::exists(folder));
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    EXPECT_FALSE(knows());
    EXPECT_FALSE(fs::exists(folder));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST(WorkspaceTest, leaves_alone_what_merely_has_a_similar_name) {
    for (const char* const name : {"troika-1-mine", "troika-2024-data0000", "troika-1-0123456"}) {
        const fs::path folder = fs::path("/dev/shm") / name;
        fs::create_directories(folder);
        const auto others = otherRuns();
        EXPECT_EQ(std::count(others.begin(), others.end(), 1), 0) << name;
        EXPECT_TRUE(fs::exists(folder)) << name;
        fs::remove(folder);
    }
}

TEST(WorkspaceTest, tidies_the_disk_before_it_uses_it) {
    const fs::path base = fs::temp_directory_path() / ("tidy-" + std::to_string(::getpid()));
    const fs::path dead = base / "troika-999999-0123abcd";
    fs::create_directories(dead / "0");
    std::ofstream(dead / "0" / "file") << "left";
    {
        Workspace workspace(base);
        (void)workspace.next(false);
        EXPECT_TRUE(fs::exists(dead));
        (void)workspace.next(true);
        EXPECT_FALSE(fs::exists(dead));
    }
    EXPECT_TRUE(fs::is_empty(base));
    fs::remove(base);
}

} // namespace
} // namespace troika::test
