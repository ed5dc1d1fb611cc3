// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/arrival_plan.h"

#include <gtest/gtest.h>

#include <vector>

namespace troika {
namespace {

Arrivals batchOf(std::int64_t tasks) {
    Arrivals arrivals{"batch", {}};
    arrivals.settings.set("tasks", tasks);
    return arrivals;
}

TEST(ArrivalPlanTest, in_a_batch_everything_is_due_when_it_begins) {
    const auto plan = planArrivals(batchOf(3), 1'000);
    EXPECT_EQ(plan->tasks(), 3U);
    for (std::uint32_t task = 0; task < 3; ++task) EXPECT_EQ(plan->due(task), 1'000);
    EXPECT_EQ(plan->dueUntil(0, 999), 0U);
    EXPECT_EQ(plan->dueUntil(0, 1'000), 3U);
    EXPECT_EQ(plan->dueUntil(2, 5'000), 3U);
    EXPECT_EQ(plan->dueUntil(3, 5'000), 3U);
}

TEST(ArrivalPlanTest, submits_nothing_before_it_is_due_and_everything_once) {
    const std::int64_t begin = monotonicNow() + 20'000'000;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> submitted;
    submitAsDue(*planArrivals(batchOf(5), begin), [&](std::uint32_t first, std::uint32_t last) {
        EXPECT_GE(monotonicNow(), begin);
        submitted.emplace_back(first, last);
    });
    EXPECT_EQ(submitted, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 5}}));
}

TEST(ArrivalPlanTest, submits_nothing_where_there_is_no_task) {
    submitAsDue(*planArrivals(batchOf(0), 0),
                [](std::uint32_t, std::uint32_t) { FAIL() << "there is no task"; });
}

TEST(ArrivalPlanTest, sleeping_until_the_past_returns_at_once) {
    const std::int64_t now = monotonicNow();
    sleepUntil(now - 1'000'000'000);
    EXPECT_LT(monotonicNow() - now, 500'000'000);
}

TEST(ArrivalPlanTest, a_single_task_is_of_the_same_kind) {
    const Arrivals one = singleTask(batchOf(500));
    EXPECT_EQ(one.kind, "batch");
    EXPECT_EQ(planArrivals(one, 0)->tasks(), 1U);
}

} // namespace
} // namespace troika
