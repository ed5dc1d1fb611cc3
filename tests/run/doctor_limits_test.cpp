// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/limits.h"
#include "run/doctor.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

using namespace troika;
using State = DoctorFinding::State;

TEST(DoctorLimits, AnswersAreThoseOfTheLimits) {
    const std::int64_t ports = ephemeralPorts();
    EXPECT_NE(examinePorts().text.en.find(std::to_string(ports)), std::string::npos);
    const std::int64_t files = descriptorLimit();
    if (files >= 0) {
        EXPECT_NE(examineDescriptors().text.en.find(std::to_string(files)), std::string::npos);
    }
    EXPECT_NE(examineSharedMemory().state, State::Missing);
    EXPECT_NE(examineThreads().state, State::Missing);
}

/// Exits with 0 if the doctor doubts a machine with few open files. A hard limit cannot be raised
/// again, so this wants a process of its own.
[[noreturn]] void examineWithFewFiles() {
    rlimit few{};
    few.rlim_cur = few.rlim_max = 100;
    ::setrlimit(RLIMIT_NOFILE, &few);
    const DoctorFinding finding = examineDescriptors();
    ::_exit(finding.state == State::Doubtful && !finding.advice.empty() ? 0 : 1);
}

TEST(DoctorLimits, FewOpenFilesAreDoubtful) {
    EXPECT_EXIT(examineWithFewFiles(), ::testing::ExitedWithCode(0), "");
}
