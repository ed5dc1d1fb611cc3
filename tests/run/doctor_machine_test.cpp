// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/io_uring.h"
#include "platform/stamp_clock.h"
#include "run/doctor.h"

#include <gtest/gtest.h>
#include <thread>

using namespace troika;
using State = DoctorFinding::State;

TEST(DoctorMachine, SaysWhetherIoUringMayBeUsed) {
    EXPECT_EQ(examineIoUring().state == State::Good, ioUringAvailable());
}

TEST(DoctorMachine, SaysThatTheCounterIsReadOnlyWhereARunReadsIt) {
    const bool read = measureTickRate().has_value();
    EXPECT_EQ(examineCounter().state == State::Good, read);
    EXPECT_EQ(describeEnvironment()["clock"]["counter_invariant"], read);
}

TEST(DoctorMachine, OneCoreIsDoubtful) {
    EXPECT_EQ(examineCores().state == State::Good, std::thread::hardware_concurrency() > 1);
}

TEST(DoctorMachine, TheProgramsLieBesideTheTest) {
    EXPECT_EQ(examinePrograms().state, State::Good) << examinePrograms().text.en;
}
