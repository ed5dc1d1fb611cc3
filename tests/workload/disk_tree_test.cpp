// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_tree.h"

#include "disk_place.h"

#include <array>
#include <cerrno>
#include <set>

namespace troika {
namespace {

class DiskTree : public DiskPlace {
protected:
    [[nodiscard]] DiskPlan plan() const {
        DiskPlan made;
        made.operation = DiskPlan::Operation::Create;
        made.file = file();
        return made;
    }
};

TEST_F(DiskTree, EveryTaskAndBlockHasAPlaceOfItsOwn) {
    const DiskPlan here = plan();
    std::set<std::string> seen;
    for (std::uint32_t task = 0; task < 200; ++task) {
        TaskFiles files(here, task);
        seen.insert(files.directory());
        for (std::uint64_t block = 0; block < 3; ++block) {
            const std::string file = files.file(block);
            EXPECT_TRUE(file.starts_with(std::string(files.directory()) + "/"));
            seen.insert(file);
        }
    }
    EXPECT_EQ(seen.size(), 800U);
    EXPECT_EQ(TaskFiles(here, 64).directory(), (directory() / "files/00/64").native());
}

TEST_F(DiskTree, IsMadeFilledAndEmptied) {
    const DiskPlan here = plan();
    ASSERT_TRUE(makeTree(here));
    const std::array<std::byte, 100> bytes{};
    for (std::uint32_t task = 0; task < 100; ++task) {
        TaskFiles files(here, task);
        ASSERT_EQ(makeDirectory(files.directory()), 0);
        ASSERT_EQ(makeDirectory(files.directory()), 0); // Once more is fine.
        ASSERT_EQ(makeFile(files.file(0), bytes, task % 2 == 0), 0);
    }
    EXPECT_TRUE(std::filesystem::exists(TaskFiles(here, 99).file(0)));
    ASSERT_TRUE(clearTree(here));
    for (std::uint32_t task = 0; task < 100; ++task) {
        EXPECT_FALSE(std::filesystem::exists(TaskFiles(here, task).directory()));
    }
    EXPECT_EQ(makeDirectory(TaskFiles(here, 7).directory()), 0); // The tree stands.
    ASSERT_TRUE(makeTree(here));                                 // And is made anew.
    EXPECT_FALSE(std::filesystem::exists(TaskFiles(here, 7).directory()));
}

TEST_F(DiskTree, WhatGoesWrongIsTold) {
    const DiskPlan here = plan();
    EXPECT_EQ(makeDirectory(TaskFiles(here, 0).directory()), ENOENT);
    EXPECT_EQ(makeFile(TaskFiles(here, 0).file(0), {}, false), ENOENT);
    const auto cleared = clearTree(here);
    ASSERT_FALSE(cleared);
    EXPECT_EQ(cleared.error().code, "disk-tree");
    std::ofstream(directory() / "files") << "in the way";
    DiskPlan inFile = here;
    inFile.file = directory() / "files" / "data.bin";
    EXPECT_FALSE(makeTree(inFile));
}

} // namespace
} // namespace troika
