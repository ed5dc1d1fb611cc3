// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/doctor.h"

#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace troika;
using State = DoctorFinding::State;

TEST(DoctorGuard, NamesTheMeansByWhichDescendantsAreEnded) {
    const DoctorFinding guard = examineGuard();
    EXPECT_EQ(guard.state, State::Good);
    EXPECT_NE(guard.text.en.find("child subreaper"), std::string::npos);
}

TEST(DoctorGuard, KnowsWhetherTheKernelListsChildren) {
    const bool listed =
        std::filesystem::exists(fmt::format("/proc/self/task/{}/children", ::getpid()));
    EXPECT_EQ(examineChildLists().state == State::Good, listed);
}
