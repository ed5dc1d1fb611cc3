// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/arrival_plan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace troika {
namespace {

Arrivals batchOf(std::int64_t tasks) {
    Arrivals arrivals{"batch", {}};
    arrivals.settings.set("tasks", tasks);
    return arrivals;
}

Arrivals openAt(double rate, const char* process, std::optional<std::int64_t> tasks,
                double seconds = 0) {
    Arrivals arrivals{"open", {}};
    arrivals.settings.set("rate", rate);
    arrivals.settings.set("process", std::string(process));
    if (tasks) arrivals.settings.set("tasks", *tasks);
    if (!tasks) arrivals.settings.set("duration", seconds);
    return arrivals;
}

std::vector<std::int64_t> dueTimes(const ArrivalPlan& plan) {
    std::vector<std::int64_t> due;
    for (std::uint32_t task = 0; task < plan.admitted(); ++task) due.push_back(plan.due(task));
    return due;
}

TEST(ArrivalPlanTest, in_a_batch_everything_is_due_when_it_begins) {
    const auto plan = planArrivals(batchOf(3), 1, 0, 1'000);
    EXPECT_EQ(dueTimes(*plan), (std::vector<std::int64_t>{1'000, 1'000, 1'000}));
    EXPECT_EQ(plan->nextDue(), 1'000);
    EXPECT_TRUE(plan->claim(999).empty());
    EXPECT_EQ(plan->claim(1'000, 2), (TaskRange{0, 2}));
    EXPECT_FALSE(plan->exhausted());
    EXPECT_EQ(plan->claim(5'000), (TaskRange{2, 3}));
    EXPECT_TRUE(plan->exhausted());
    EXPECT_EQ(plan->nextDue(), ArrivalPlan::never);
}

TEST(ArrivalPlanTest, due_times_of_ones_own_are_claimed_as_they_come) {
    const auto plan = planOf({10, 20, 20, 40});
    EXPECT_EQ(plan->claim(20), (TaskRange{0, 3}));
    EXPECT_TRUE(plan->claim(39).empty());
    EXPECT_EQ(plan->nextDue(), 40);
    EXPECT_EQ(plan->claim(50), (TaskRange{3, 4}));
    EXPECT_TRUE(plan->exhausted());
}

TEST(ArrivalPlanTest, open_arrivals_at_a_constant_rate_come_a_gap_apart) {
    const auto plan = planArrivals(openAt(1000, "constant", 3), 1, 0, 5'000'000);
    EXPECT_EQ(dueTimes(*plan), (std::vector<std::int64_t>{6'000'000, 7'000'000, 8'000'000}));
}

TEST(ArrivalPlanTest, a_duration_ends_open_arrivals) {
    const auto plan = planArrivals(openAt(1000, "constant", std::nullopt, 0.0105), 1, 0, 0);
    EXPECT_EQ(plan->admitted(), 10U);
    EXPECT_EQ(plan->due(9), 10'000'000);
}

TEST(ArrivalPlanTest, poisson_gaps_have_the_mean_and_the_spread_of_exponential_ones) {
    constexpr int tasks = 20'000;
    const auto due = dueTimes(*planArrivals(openAt(500, "poisson", tasks), 7, 3, 0));
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < due.size(); ++i) {
        const auto gap = static_cast<double>(due[i] - (i == 0 ? 0 : due[i - 1])) * 1e-9;
        sum += gap;
        squares += gap * gap;
    }
    // Mean 1/rate, mean square 2/rate^2; standard errors 1/sqrt(n) and sqrt(20)/2/sqrt(n).
    EXPECT_NEAR(sum / tasks * 500, 1, 4 / std::sqrt(tasks));
    EXPECT_NEAR(squares / tasks * 500 * 500 / 2, 1, 4 * 2.24 / std::sqrt(tasks));
}

TEST(ArrivalPlanTest, poisson_arrivals_are_the_same_for_a_round_and_others_for_another) {
    const Arrivals arrivals = openAt(500, "poisson", 50);
    const auto drawn = dueTimes(*planArrivals(arrivals, 7, 3, 0));
    EXPECT_EQ(dueTimes(*planArrivals(arrivals, 7, 3, 0)), drawn);
    EXPECT_NE(dueTimes(*planArrivals(arrivals, 7, 4, 0)), drawn);
    EXPECT_NE(dueTimes(*planArrivals(arrivals, 8, 3, 0)), drawn);
}

TEST(ArrivalPlanTest, for_a_duration_there_is_room_for_what_poisson_may_bring) {
    const Arrivals arrivals = openAt(100, "poisson", std::nullopt, 1);
    EXPECT_EQ(mostTasks(arrivals), 160U); // 100 + 6 * sqrt(100)
    for (std::uint64_t round = 0; round < 200; ++round) {
        EXPECT_LT(planArrivals(arrivals, 1, round, 0)->admitted(), 160U);
    }
}

TEST(ArrivalPlanTest, feeds_nothing_before_it_is_due_and_everything_once) {
    const std::int64_t begin = monotonicNow() + 20'000'000;
    std::vector<TaskRange> submitted;
    feed(*planArrivals(batchOf(5), 1, 0, begin), [&](TaskRange due) {
        EXPECT_GE(monotonicNow(), begin);
        submitted.push_back(due);
    });
    EXPECT_EQ(submitted, (std::vector<TaskRange>{{0, 5}}));
}

TEST(ArrivalPlanTest, feeds_nothing_where_there_is_no_task) {
    feed(*planArrivals(batchOf(0), 1, 0, 0), [](TaskRange) { FAIL() << "there is no task"; });
}

TEST(ArrivalPlanTest, sleeping_until_the_past_returns_at_once) {
    const std::int64_t now = monotonicNow();
    sleepUntil(now - 1'000'000'000);
    EXPECT_LT(monotonicNow() - now, 500'000'000);
}

TEST(ArrivalPlanTest, a_single_task_is_a_batch_of_one) {
    EXPECT_EQ(planArrivals(singleTask(), 1, 0, 0)->admitted(), 1U);
}

} // namespace
} // namespace troika
