// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/stall_windows.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

using namespace std::chrono_literals;
using Clock = StallWindows::Clock;

constexpr std::string_view path = "/stalls?";

TEST(StallWindows, SurviveBeingWrittenAndRead) {
    for (const StallList& stalls :
         {StallList{1, {}}, StallList{16, {{5ns, 7ns}}}, StallList{2, {{0ns, 1s}, {24h, 48h}}}}) {
        const std::string target = writeStalls(stalls);
        ASSERT_TRUE(target.starts_with(path));
        const auto read = readStalls(std::string_view(target).substr(path.size()));
        ASSERT_TRUE(read.has_value()) << read.error();
        EXPECT_EQ(*read, stalls);
    }
    EXPECT_EQ(writeStalls({3, {{1ns, 2ns}, {4ns, 8ns}}}), "/stalls?list=3&windows=1-2,4-8");
}

TEST(StallWindows, WhatIsWrongIsSaid) {
    const std::string list = "list: must be a whole number from 1 to 16";
    const std::string windows =
        "windows: must be at most 16 FROM-UNTIL, whole nanoseconds, between commas";
    std::string many = "list=1&windows=0-1";
    for (int i = 0; i < 16; ++i) many += ",0-1";
    const std::pair<std::string, std::string> table[] = {
        {"", list},
        {"list=0&windows=", list},
        {"list=17&windows=", list},
        {"windows=1-2", list},
        {"list=1", "windows: is missing"},
        {"list=1&windows=5", windows},
        {"list=1&windows=5-", windows},
        {"list=1&windows=5-4", windows},
        {"list=1&windows=-5-4", windows},
        {"list=1&windows=1-2,,3-4", windows},
        {"list=1&windows=1-99999999999999999999", windows},
        {many, windows},
    };
    for (const auto& [query, problem] : table) {
        const auto read = readStalls(query);
        ASSERT_FALSE(read.has_value()) << query;
        EXPECT_EQ(read.error(), problem) << query;
    }
}

TEST(StallWindows, AreOpenForWhoNamesTheirListAndNoLonger) {
    StallWindows stalls;
    stalls.set({2, {{10ns, 20ns}, {30ns, 40ns}}});
    const auto until = [&stalls](std::uint32_t list, std::chrono::nanoseconds now) {
        const auto open = stalls.openUntil(list, Clock::time_point(now));
        return open ? open->time_since_epoch().count() : 0;
    };
    EXPECT_EQ(until(2, 9ns), 0);
    EXPECT_EQ(until(2, 10ns), 20);
    EXPECT_EQ(until(2, 19ns), 20);
    EXPECT_EQ(until(2, 20ns), 0);
    EXPECT_EQ(until(2, 35ns), 40);
    EXPECT_EQ(until(1, 15ns), 0);
    EXPECT_EQ(until(0, 15ns), 0);
    stalls.set({2, {}});
    EXPECT_EQ(until(2, 15ns), 0);
}

} // namespace
} // namespace troika
