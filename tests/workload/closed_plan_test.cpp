// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/closed_plan.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace troika {
namespace {

using Rules = ClosedPlan::Rules;

TEST(ClosedPlanTest, the_first_ones_are_due_at_once_and_others_as_they_end) {
    ClosedPlan plan(Rules{.inFlight = 2, .most = 4, .think = 10, .begin = 100});
    EXPECT_EQ(plan.claim(100, ArrivalPlan::all), (TaskRange{0, 2}));
    EXPECT_EQ(plan.nextDue(), ArrivalPlan::never);
    EXPECT_FALSE(plan.exhausted());
    plan.ended(150);
    EXPECT_EQ(plan.nextDue(), 160);
    EXPECT_TRUE(plan.claim(159, ArrivalPlan::all).empty());
    EXPECT_EQ(plan.claim(160, ArrivalPlan::all), (TaskRange{2, 3}));
    plan.ended(170);
    EXPECT_EQ(plan.claim(200, ArrivalPlan::all), (TaskRange{3, 4}));
    EXPECT_EQ(plan.due(3), 180);
    EXPECT_TRUE(plan.exhausted());
    plan.ended(210);
    EXPECT_EQ(plan.admitted(), 4U);
}

TEST(ClosedPlanTest, whoever_ended_a_task_can_take_the_next_one_himself) {
    ClosedPlan plan(Rules{.inFlight = 1, .most = 2, .begin = 0});
    EXPECT_EQ(plan.claim(0, ArrivalPlan::all), (TaskRange{0, 1}));
    EXPECT_EQ(plan.endedAndClaim(5), (TaskRange{1, 2}));
    EXPECT_TRUE(plan.endedAndClaim(9).empty());
    EXPECT_TRUE(plan.exhausted());
}

TEST(ClosedPlanTest, due_times_ascend_also_where_ends_are_told_late) {
    ClosedPlan plan(Rules{.inFlight = 2, .most = 9, .begin = 0});
    EXPECT_EQ(plan.claim(0, ArrivalPlan::all).size(), 2U);
    plan.ended(50);
    plan.ended(40);
    EXPECT_EQ(plan.due(2), 50);
    EXPECT_EQ(plan.due(3), 50);
}

TEST(ClosedPlanTest, a_duration_ends_admission_and_the_plan_when_all_have_ended) {
    ClosedPlan plan(Rules{.inFlight = 2, .most = 9, .think = 10, .begin = 0, .close = 100});
    EXPECT_EQ(plan.claim(0, ArrivalPlan::all).size(), 2U);
    plan.ended(90); // Would be due at the very end.
    EXPECT_EQ(plan.admitted(), 2U);
    EXPECT_FALSE(plan.exhausted()); // The other one could still bring one.
    plan.ended(95);
    EXPECT_TRUE(plan.exhausted());
}

TEST(ClosedPlanTest, fewer_tasks_than_users_are_no_trouble) {
    ClosedPlan plan(Rules{.inFlight = 5, .most = 2, .begin = 0});
    EXPECT_EQ(plan.claim(0, ArrivalPlan::all), (TaskRange{0, 2}));
    EXPECT_TRUE(plan.exhausted());
    ClosedPlan none(Rules{.inFlight = 5, .most = 0, .begin = 0});
    EXPECT_TRUE(none.exhausted());
}

TEST(ClosedPlanTest, the_feeding_thread_is_woken_by_ends_on_other_threads) {
    constexpr std::uint32_t tasks = 2'000;
    ClosedPlan plan(Rules{.inFlight = 3, .most = tasks, .begin = monotonicNow()});
    std::atomic<std::uint32_t> handed = 0;
    std::atomic<std::uint32_t> ended = 0;
    std::thread lane([&] {
        while (ended < tasks) {
            while (ended < handed) {
                ++ended;
                plan.ended(monotonicNow());
            }
            std::this_thread::yield();
        }
    });
    feed(plan, [&](TaskRange due) { handed += due.size(); });
    lane.join();
    EXPECT_EQ(handed, tasks);
    EXPECT_LE(handed - ended, 3U);
}

} // namespace
} // namespace troika
