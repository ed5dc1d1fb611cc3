// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/nearest.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

TEST(EditDistance, CountsEdits) {
    const std::tuple<const char*, const char*, std::size_t> table[] = {{"", "", 0},
                                                                       {"", "abc", 3},
                                                                       {"abc", "", 3},
                                                                       {"abc", "abc", 0},
                                                                       {"abc", "abd", 1},
                                                                       {"abc", "acb", 1},
                                                                       {"abc", "bc", 1},
                                                                       {"abc", "xabc", 1},
                                                                       {"kitten", "sitting", 3},
                                                                       {"workers", "wrokres", 2},
                                                                       {"A", "a", 1},
                                                                       {"ca", "abc", 3}};
    for (const auto& [from, to, edits] : table) {
        EXPECT_EQ(editDistance(from, to), edits) << from << " " << to;
        EXPECT_EQ(editDistance(to, from), edits) << to << " " << from;
    }
}

TEST(NearestWord, IsNearOrNothing) {
    const std::vector<std::string> known{"size", "delay", "bandwidth", "failures"};
    EXPECT_EQ(nearestWord("sise", known), "size");
    EXPECT_EQ(nearestWord("bandwith", known), "bandwidth");
    EXPECT_EQ(nearestWord("dealy", known), "delay");
    EXPECT_EQ(nearestWord("colour", known), std::nullopt);
    EXPECT_EQ(nearestWord("", known), std::nullopt);
    EXPECT_EQ(nearestWord("size", {}), std::nullopt);
    EXPECT_EQ(nearestWord(std::string(100'000, 'x'), known), std::nullopt);
}

TEST(NearestWord, TakesTheFirstOfEquals) {
    EXPECT_EQ(nearestWord("rat", {"cat", "bat"}), "cat");
    EXPECT_EQ(nearestWord("rat", {"cats", "bat"}), "bat");
}

} // namespace
} // namespace troika
