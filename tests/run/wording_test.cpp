// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/wording.h"

#include <gtest/gtest.h>

using namespace troika;

TEST(RunWording, DurationsAreRounded) {
    EXPECT_EQ(roughDuration(0).en, "about a second");
    EXPECT_EQ(roughDuration(14.6).en, "about 15 s");
    EXPECT_EQ(roughDuration(48).ru, "примерно 50 с");
    EXPECT_EQ(roughDuration(600).en, "about 10 min");
    EXPECT_EQ(roughDuration(36000).en, "about 10 h");
}
