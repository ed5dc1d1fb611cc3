// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <troika/run/machine.h>

using namespace troika;

TEST(Machine, LimitsAreThoseOfThisMachine) {
    const MachineLimits limits = readMachineLimits("/var/tmp");
    EXPECT_NE(limits.descriptors, 0);
    EXPECT_NE(limits.threads, 0);
    EXPECT_GT(limits.ports, 0);
    EXPECT_GT(limits.sharedMemoryBytes, 0);
    EXPECT_GT(limits.diskBytes, 0);
    EXPECT_EQ(limits.diskDirectory, "/var/tmp");
}

TEST(Machine, SharedMemoryIsMemoryAndNowhereIsNotWritable) {
    EXPECT_TRUE(readMachineLimits("/dev/shm").diskIsMemory);
    EXPECT_FALSE(readMachineLimits("/no/such/folder").diskIsWritable);
}

TEST(Machine, TheDiskBaseIsTheUsersUnlessItLiesInMemory) {
    const char* const before = std::getenv("TMPDIR");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("TMPDIR", "/dev/shm", 1);
    EXPECT_EQ(defaultDiskBase(), "/var/tmp");
    ::setenv("TMPDIR", "/no/such/folder", 1);
    EXPECT_EQ(defaultDiskBase(), "/var/tmp");
    const std::string here = std::filesystem::current_path().string();
    if (!readMachineLimits(here).diskIsMemory && readMachineLimits(here).diskIsWritable) {
        ::setenv("TMPDIR", here.c_str(), 1);
        EXPECT_EQ(defaultDiskBase(), here);
    }
    if (before != nullptr) {
        ::setenv("TMPDIR", kept.c_str(), 1);
    } else {
        ::unsetenv("TMPDIR");
    }
}
