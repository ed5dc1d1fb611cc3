// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/doctor.h"

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
