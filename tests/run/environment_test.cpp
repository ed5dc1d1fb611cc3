// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/run/machine.h>

using namespace troika;

TEST(Environment, NamesTheMachineTheSystemAndTheBuild) {
    const Json environment = describeEnvironment();
    EXPECT_GE(environment["machine"]["cores"].get<int>(), 1);
    EXPECT_GT(environment["machine"]["memory_bytes"].get<std::int64_t>(), 1 << 20);
    EXPECT_TRUE(environment["system"]["kernel"].get<std::string>().starts_with("Linux "));
    EXPECT_FALSE(environment["clock"]["counter_invariant"].is_null());
    EXPECT_EQ(environment["load"].size(), 3U);
    EXPECT_FALSE(environment["versions"]["boost"].get<std::string>().empty());
    EXPECT_FALSE(environment["limits"]["open_files"].is_null());
}
