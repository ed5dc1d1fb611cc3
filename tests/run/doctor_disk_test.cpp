// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/doctor.h"

#include <filesystem>
#include <gtest/gtest.h>

using namespace troika;
using State = DoctorFinding::State;

TEST(DoctorDisk, MemoryIsNoDiskAndNowhereIsMissing) {
    EXPECT_EQ(examineDisk("/dev/shm").state, State::Doubtful);
    EXPECT_EQ(examineDisk("/no/such/folder").state, State::Missing);
    EXPECT_NE(examineDirect("/no/such/folder").state, State::Good);
}

TEST(DoctorDisk, LeavesNoFileBehind) {
    const std::filesystem::path base = std::filesystem::temp_directory_path();
    (void)examineDisk(base);
    (void)examineDirect(base);
    for (const auto& entry : std::filesystem::directory_iterator(base)) {
        EXPECT_FALSE(entry.path().filename().string().starts_with("troika-doctor-"));
    }
}
