// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/blocks.h"

#include "run/example.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

namespace troika::testing {
namespace {

/// Six points with two contenders: a pool of so many workers, and serial.
std::vector<Point> points(std::vector<int> workers) {
    std::vector<Point> all;
    for (const int count : workers) {
        const Scenario scenario =
            exampleOf(Json::parse(R"([{"kind": "compute", "kernel": "primes", "amount": 1}])"), 10,
                      Json::array({{{"backend", "serial"}},
                                   {{"backend", "thread.pool"}, {"workers", count}}}));
        all.push_back({{{"backends[thread.pool].workers", count}}, scenario});
    }
    return all;
}

TEST(Blocks, WithoutLimitsEverythingRacesAtOnce) {
    EXPECT_EQ(planBlocks(points({1, 2, 4}), catalogue(), {}), (std::vector<Block>{{0, 1, 2}}));
}

TEST(Blocks, ThreadsBoundThem) {
    MachineLimits limits;
    limits.threads = 250; // Of which four fifths are taken: 200.
    const auto blocks = planBlocks(points({80, 80, 80, 80}), catalogue(), limits);
    EXPECT_EQ(blocks, (std::vector<Block>{{0, 1}, {2, 3}}));
}

TEST(Blocks, APointIsNeverLeftOut) {
    MachineLimits limits;
    limits.threads = 0;
    limits.memoryBytes = 0;
    EXPECT_EQ(planBlocks(points({1, 2}), catalogue(), limits), (std::vector<Block>{{0}, {1}}));
}

TEST(Blocks, MemorySharedMemoryAndDescriptorsBoundThem) {
    MachineLimits limits;
    limits.descriptors = 64 + 3 * 8; // Three trials.
    EXPECT_EQ(planBlocks(points({1, 1, 1}), catalogue(), limits).size(), 3U)
        << "an anchor and two contenders leave no room for two more";
    limits.descriptors = -1;
    limits.memoryBytes = 100 << 20;
    EXPECT_EQ(planBlocks(points({1, 1, 1, 1, 1, 1}), catalogue(), limits).size(), 3U);
    limits.memoryBytes = -1;
    limits.sharedMemoryBytes = 1;
    EXPECT_EQ(planBlocks(points({1, 1}), catalogue(), limits).size(), 2U);
}

TEST(Blocks, AResultSaysHowTheAnchorFared) {
    const Scenario scenario = points({1}).front().scenario;
    EXPECT_FALSE(doubtBlocks(scenario, {}));
    EXPECT_FALSE(doubtBlocks(scenario, {100.0}));
    const auto doubt = doubtBlocks(scenario, {100.0, 124.5, std::nullopt});
    ASSERT_TRUE(doubt);
    EXPECT_EQ(doubt->kind, "sweep-in-blocks");
    EXPECT_NE(doubt->evidence.en.find("3 blocks"), std::string::npos);
    EXPECT_NE(doubt->evidence.en.find("100, 124.5, – tasks a second, 24 % apart"),
              std::string::npos)
        << doubt->evidence.en;
    test::expectSentences(doubt->evidence);
    test::expectSentences(doubt->advice);
}

} // namespace
} // namespace troika::testing
