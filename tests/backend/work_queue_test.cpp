// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/work_queue.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

namespace troika {
namespace {

TEST(WorkQueueTest, hands_out_in_order_and_leaves_some_for_others) {
    WorkQueue<std::uint32_t> queue;
    queue.reset(8);
    for (std::uint32_t task = 0; task < 8; ++task) queue.push(task);
    std::array<std::uint32_t, 64> batch{};
    EXPECT_EQ(queue.take(batch, 4), 2U); // ceil(8 / 4)
    EXPECT_EQ(batch[0], 0U);
    EXPECT_EQ(batch[1], 1U);
    EXPECT_EQ(queue.take({batch.data(), 1}, 1), 1U);
    EXPECT_EQ(batch[0], 2U);
    EXPECT_EQ(queue.take(batch, 1), 5U);
}

TEST(WorkQueueTest, closed_and_empty_gives_none) {
    WorkQueue<std::uint32_t> queue;
    queue.reset(1);
    queue.push(9);
    queue.close();
    std::array<std::uint32_t, 4> batch{};
    EXPECT_EQ(queue.take(batch, 2), 1U);
    EXPECT_EQ(queue.take(batch, 2), 0U);
}

TEST(WorkQueueTest, last_come_goes_first_where_that_is_its_order) {
    WorkQueue<std::uint32_t> queue(QueueOrder::LastComeFirst);
    queue.reset(4);
    for (std::uint32_t task = 0; task < 3; ++task) queue.push(task);
    std::array<std::uint32_t, 2> batch{};
    EXPECT_EQ(queue.take(batch, 1), 2U);
    EXPECT_EQ(batch, (std::array<std::uint32_t, 2>{2, 1}));
    queue.push(7);
    EXPECT_EQ(queue.take(batch, 1), 2U);
    EXPECT_EQ(batch, (std::array<std::uint32_t, 2>{7, 0}));
}

TEST(WorkQueueTest, a_full_queue_holds_its_pusher_until_something_is_taken) {
    WorkQueue<std::uint32_t> queue;
    queue.reset(2);
    std::atomic<std::uint32_t> pushed = 0;
    std::thread pusher([&] {
        for (std::uint32_t task = 0; task < 100; ++task) {
            queue.push(task);
            ++pushed;
        }
        queue.close();
    });
    std::array<std::uint32_t, 8> batch{};
    std::uint32_t taken = 0;
    while (const std::size_t count = queue.take(batch, 1)) {
        for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(batch[i], taken++);
        // Two may wait; one push may be over and not counted yet, or counted before it is taken.
        EXPECT_LE(pushed.load(), taken + 2);
    }
    pusher.join();
    EXPECT_EQ(taken, 100U);
}

TEST(WorkQueueTest, a_batch_takes_twenty_microseconds) {
    EXPECT_EQ(batchFor(0, 8), 8U);
    EXPECT_EQ(batchFor(-5, 8), 8U);
    EXPECT_EQ(batchFor(1'000, 64), 20U);
    EXPECT_EQ(batchFor(1'000, 8), 8U);
    EXPECT_EQ(batchFor(20'000, 8), 1U);
    EXPECT_EQ(batchFor(1'000'000'000, 8), 1U);
}

TEST(WorkQueueTest, every_task_goes_to_exactly_one_of_many_takers) {
    constexpr std::uint32_t tasks = 50'000;
    WorkQueue<std::uint32_t> queue;
    queue.reset(tasks);
    std::vector<std::atomic<int>> taken(tasks);
    std::vector<std::thread> takers;
    for (int i = 0; i < 4; ++i) {
        takers.emplace_back([&] {
            std::array<std::uint32_t, 32> batch{};
            while (const std::size_t count = queue.take(batch, 8)) {
                for (std::size_t k = 0; k < count; ++k) ++taken[batch[k]];
            }
        });
    }
    for (std::uint32_t task = 0; task < tasks; ++task) queue.push(task);
    queue.close();
    for (std::thread& taker : takers) taker.join();
    for (const auto& count : taken) ASSERT_EQ(count.load(), 1);
}

} // namespace
} // namespace troika
