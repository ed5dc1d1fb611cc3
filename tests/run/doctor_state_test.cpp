// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/living_folder.h"
#include "run/doctor.h"

#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace troika;
using State = DoctorFinding::State;

TEST(DoctorState, SeesAnotherRunAndRemovesWhatADeadOneLeft) {
    namespace fs = std::filesystem;
    const LivingFolder living(fmt::format("/dev/shm/troika-{}-0000cafe", ::getppid()));
    const fs::path dead = "/dev/shm/troika-999999999-0000cafe";
    fs::create_directory(dead);
    const DoctorFinding finding = examineOtherTroikas();
    EXPECT_EQ(finding.state, State::Doubtful);
    EXPECT_FALSE(finding.advice.empty());
    EXPECT_FALSE(fs::exists(dead));
}

TEST(DoctorState, NoiseIsAShare) {
    EXPECT_NE(examineNoise().state, State::Missing);
    EXPECT_NE(examineNoise().text.en.find('%'), std::string::npos);
}
