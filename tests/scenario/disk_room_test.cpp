// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/disk_room.h"

#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

using Lines = std::vector<std::string>;

Lines toldFor(const Scenario& scenario, const MachineLimits& limits,
              const Catalogue& catalogue = smallCatalogue()) {
    Findings findings;
    checkDisk(scenario, catalogue, limits, findings);
    expectBothLanguages(findings);
    Lines all;
    for (const Finding& finding : findings) all.push_back(told(finding));
    return all;
}

Scenario withStore(const char* fileSize) {
    Json document = smallDocument();
    document["workload"]["steps"].push_back({{"kind", "store"}, {"file_size", fileSize}});
    return readRight(document);
}

TEST(CheckDisk, DiskRoomForEveryContenderAndATenth) {
    MachineLimits limits;
    limits.diskDirectory = "/somewhere";
    limits.diskBytes = 2'200'001;
    EXPECT_EQ(toldFor(withStore("1 MB"), limits), Lines{});
    limits.diskBytes = 2'199'000;
    EXPECT_EQ(
        toldFor(withStore("1 MB"), limits),
        Lines{"workload.steps.1.file_size | \"1 MB\" | the files of 2 contenders would need "
              "2.10 MiB, and 2.10 MiB is free | at most 976 KiB here, or another directory with "
              "--disk-dir DIR"});
    limits.diskBytes = 0;
    EXPECT_EQ(toldFor(withStore("1 MB"), limits),
              Lines{"workload.steps.1.file_size | \"1 MB\" | the files of 2 contenders would need "
                    "2.10 MiB, and 0 B is free | another directory, with --disk-dir DIR"});
    EXPECT_EQ(toldFor(smallScenario(), limits), Lines{});
}

/// The small catalogue in which every store's task adds 1 kB and three files.
Catalogue growing() {
    Catalogue catalogue = smallCatalogue();
    catalogue.steps[1].diskGrowth = [](const Settings&) { return DiskGrowth{1000, 3}; };
    catalogue.steps[1].settings[0].byDefault.reset();
    return catalogue;
}

TEST(CheckDisk, WhatTasksAddIsThereForOneContenderAtATime) {
    const Catalogue catalogue = growing();
    Json document = smallDocument();
    document["workload"]["steps"].push_back({{"kind", "store"}});
    const auto scenario = readScenario(document, catalogue);
    ASSERT_TRUE(scenario);
    MachineLimits limits;
    limits.diskBytes = 70'401; // 64 tasks and a tenth.
    limits.diskFiles = 192;
    EXPECT_EQ(toldFor(*scenario, limits, catalogue), Lines{});
    limits.diskBytes = 70'000;
    EXPECT_EQ(toldFor(*scenario, limits, catalogue),
              Lines{"workload.arrivals.tasks | 64 | what the tasks of one slice put on the disk "
                    "would need 68.8 KiB, and 68.4 KiB is free | at most 63 here"});
    limits.diskBytes = -1;
    limits.diskFiles = 100;
    EXPECT_EQ(toldFor(*scenario, limits, catalogue),
              Lines{"workload.arrivals.tasks | 64 | the tasks of one slice would make 192 files "
                    "and directories, and the file system has room for 100 more | at most 33 "
                    "here"});
    limits.diskIsMemory = true;
    limits.diskFiles = -1;
    EXPECT_EQ(toldFor(*scenario, limits, catalogue).size(), 1U);
}

TEST(CheckDisk, ADiskInMemoryOrWithoutPermission) {
    MachineLimits limits;
    limits.diskDirectory = "/dev/shm";
    limits.diskIsMemory = true;
    EXPECT_EQ(toldFor(smallScenario(), limits), Lines{});
    EXPECT_EQ(toldFor(withStore("1 MB"), limits),
              Lines{"workload.steps.1 | /dev/shm | /dev/shm lies on a file system in memory: that "
                    "would measure no disk | another directory, with --disk-dir DIR"});
    limits.diskIsMemory = false;
    limits.diskIsWritable = false;
    EXPECT_EQ(toldFor(smallScenario(), limits), Lines{});
    EXPECT_EQ(toldFor(withStore("1 MB"), limits),
              Lines{"workload.steps.1 | /dev/shm | cannot write in /dev/shm | another directory, "
                    "with --disk-dir DIR"});
}

TEST(CheckDisk, NamesTheLargestOfSeveralFiles) {
    Json document = smallDocument();
    document["workload"]["steps"] = Json::parse(R"([{"kind": "store", "file_size": "1 MB"},
        {"kind": "store", "file_size": "8 MB"}, {"kind": "store", "file_size": "2 MB"}])");
    MachineLimits limits;
    limits.diskBytes = 22'000'000; // 2 contenders, 10 MB each with a tenth
    const Lines all = toldFor(readRight(document), limits);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].starts_with("workload.steps.1.file_size | \"8 MB\" | ")) << all[0];
    EXPECT_TRUE(all[0].find("at most 6.68 MiB here") != std::string::npos) << all[0];
}

} // namespace
} // namespace troika::test
