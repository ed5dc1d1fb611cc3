// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/system_files.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace troika;

TEST(SystemFiles, ValuesStandAfterAColonOrAnEqualsSign) {
    std::string name = "/tmp/system-files-XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    ASSERT_GE(descriptor, 0);
    ::close(descriptor);
    std::ofstream(name) << "first line\nNAMES=\"no\"\nNAME=\"Some System 1\"\nmodel name\t: A b\n";
    EXPECT_EQ(firstLine(name), "first line");
    EXPECT_EQ(valueIn(name, "NAME"), "Some System 1");
    EXPECT_EQ(valueIn(name, "model name"), "A b");
    EXPECT_EQ(valueIn(name, "model"), "");
    std::remove(name.c_str());
    EXPECT_EQ(firstLine(name), "");
    EXPECT_EQ(valueIn(name, "NAME"), "");
}

TEST(SystemFiles, NoProcessorHasAFlagThatDoesNotExist) { EXPECT_FALSE(processorHas("no_such")); }
