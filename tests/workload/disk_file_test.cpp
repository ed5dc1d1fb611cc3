// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_file.h"

#include "disk_place.h"
#include "workload/disk_lanes.h"

#include <sys/statvfs.h>

namespace troika {
namespace {

class DiskFile : public DiskPlace {
protected:
    [[nodiscard]] DiskPlan plan() const { return readDiskPlan(defaults(), directory()); }
};

TEST_F(DiskFile, IsTheSameEachTimeAndFullyAllocated) {
    ASSERT_TRUE(makeDiskFile(plan()));
    const std::string first = content();
    ASSERT_TRUE(makeDiskFile(plan()));
    EXPECT_EQ(content(), first);
    EXPECT_EQ(std::filesystem::file_size(file()), 1048576U);
}

TEST_F(DiskFile, MakesItsDirectory) {
    const DiskPlan deep = readDiskPlan(defaults(), directory() / "0");
    ASSERT_TRUE(makeDiskFile(deep));
    EXPECT_TRUE(std::filesystem::exists(directory() / "0" / "data.bin"));
}

TEST_F(DiskFile, WithoutRoomSaysHowMuchIsMissing) {
    struct statvfs state {};
    ASSERT_EQ(::statvfs(directory().c_str(), &state), 0);
    DiskPlan huge = plan();
    huge.fileSize = static_cast<std::uint64_t>(state.f_bavail) * state.f_frsize + (1ULL << 40);
    const auto made = makeDiskFile(huge);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "disk-full");
    EXPECT_NE(made.error().text.en.find(file().string()), std::string::npos);
    EXPECT_NE(made.error().text.ru.find(std::to_string(huge.fileSize)), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(DiskFile, ADirectoryThatIsAFileIsAFailure) {
    std::ofstream(directory() / "taken") << "x";
    const auto made = makeDiskFile(readDiskPlan(defaults(), directory() / "taken"));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "disk-open");
}

TEST_F(DiskFile, ALinkIsNotFollowed) {
    std::ofstream(directory() / "victim") << "precious";
    std::filesystem::create_symlink(directory() / "victim", file());
    EXPECT_FALSE(makeDiskFile(plan()));
    EXPECT_EQ(std::filesystem::file_size(directory() / "victim"), 8U);
}

TEST_F(DiskFile, OpeningWhatIsNotThereIsAFailureOfTheLeadIn) {
    const auto lane = makeDiskBlocking(plan());
    const auto ready = lane->leadIn();
    ASSERT_FALSE(ready);
    EXPECT_EQ(ready.error().code, "disk-open");
}

TEST_F(DiskFile, SaysWhereThereIsNoDirect) {
    // proc has no O_DIRECT on any kernel.
    DiskPlan direct = plan();
    direct.cache = DiskPlan::Cache::Direct;
    direct.file = "/proc/self/status";
    const auto opened = openDiskFile(direct);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "direct-refused");
    EXPECT_NE(opened.error().text.en.find("\"dropped\""), std::string::npos);
    EXPECT_NE(opened.error().text.ru.find("\"dropped\""), std::string::npos);
}

TEST_F(DiskFile, WholeReadsAndWritesStopAtTheEnd) {
    ASSERT_TRUE(makeDiskFile(plan()));
    const auto opened = openDiskFile(plan());
    ASSERT_TRUE(opened);
    std::vector<std::byte> bytes(4096);
    EXPECT_TRUE(readWhole(opened->get(), bytes, 1048576 - 4096));
    EXPECT_FALSE(readWhole(opened->get(), bytes, 1048576 - 100));
    // Opened for reading alone.
    EXPECT_FALSE(writeWhole(opened->get(), bytes, 0));
}

} // namespace
} // namespace troika
