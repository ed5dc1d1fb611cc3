// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/field_path.h"

#include <gtest/gtest.h>

namespace troika::test {
namespace {

TEST(ParsePath, TakesPathsApart) {
    using Parts = std::vector<PathPart>;
    EXPECT_EQ(parsePath("rounds"), Parts({{"rounds"}}));
    EXPECT_EQ(parsePath("workload.steps.0.size"),
              Parts({{"workload"}, {"steps"}, {"0"}, {"size"}}));
    EXPECT_EQ(parsePath("backends[thread.pool].workers"),
              Parts({{"backends"}, {"thread.pool", true}, {"workers"}}));
    EXPECT_EQ(parsePath("a[b][*]"), Parts({{"a"}, {"b", true}, {"*", true}}));
    for (const char* path : {"", ".", "a.", ".a", "a..b", "[a]", "a[", "a[]", "a[b", "a]", "a[b]c",
                             "a[[b]]", "a[b].", "a b", "a\"b"}) {
        EXPECT_EQ(parsePath(path), std::nullopt) << path;
    }
}

} // namespace
} // namespace troika::test
