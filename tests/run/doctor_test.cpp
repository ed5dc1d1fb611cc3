// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/doctor.h"

#include "platform/io_uring.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <set>

using namespace troika;
using State = DoctorFinding::State;

TEST(Doctor, EveryFindingIsToldAndOnlyWhatIsWrongHasAdvice) {
    std::set<std::string> names;
    for (const DoctorFinding& one : examineMachine("/var/tmp")) {
        EXPECT_TRUE(names.insert(one.name).second) << one.name;
        EXPECT_FALSE(one.text.en.empty()) << one.name;
        EXPECT_FALSE(one.text.ru.empty()) << one.name;
        EXPECT_EQ(one.advice.empty(), one.state == State::Good) << one.name;
        EXPECT_EQ(one.advice.en.empty(), one.advice.ru.empty()) << one.name;
    }
    EXPECT_GE(names.size(), 12U);
}

TEST(Doctor, MemoryIsNoDiskAndNowhereIsMissing) {
    EXPECT_EQ(examineDisk("/dev/shm").state, State::Doubtful);
    EXPECT_EQ(examineDisk("/no/such/folder").state, State::Missing);
    EXPECT_NE(examineDirect("/no/such/folder").state, State::Good);
}

TEST(Doctor, LeavesNoFileBehind) {
    const std::filesystem::path base = std::filesystem::temp_directory_path();
    (void)examineDisk(base);
    (void)examineDirect(base);
    for (const auto& entry : std::filesystem::directory_iterator(base)) {
        EXPECT_FALSE(entry.path().filename().string().starts_with("troika-doctor-"));
    }
}

TEST(Doctor, SaysWhetherIoUringMayBeUsed) {
    EXPECT_EQ(examineIoUring().state == State::Good, ioUringAvailable());
}
