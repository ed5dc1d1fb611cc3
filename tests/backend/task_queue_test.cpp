// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/task_queue.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

namespace troika {
namespace {

TEST(TaskQueueTest, hands_out_in_order_and_leaves_some_for_others) {
    TaskQueue queue;
    queue.reserve(8);
    for (std::uint32_t task = 0; task < 8; ++task) queue.push(task);
    std::array<std::uint32_t, 64> batch{};
    EXPECT_EQ(queue.take(batch, 4), 2U); // ceil(8 / 4)
    EXPECT_EQ(batch[0], 0U);
    EXPECT_EQ(batch[1], 1U);
    EXPECT_EQ(queue.take({batch.data(), 1}, 1), 1U);
    EXPECT_EQ(batch[0], 2U);
    EXPECT_EQ(queue.take(batch, 1), 5U);
}

TEST(TaskQueueTest, closed_and_empty_gives_none) {
    TaskQueue queue;
    queue.push(9);
    queue.close();
    std::array<std::uint32_t, 4> batch{};
    EXPECT_EQ(queue.take(batch, 2), 1U);
    EXPECT_EQ(queue.take(batch, 2), 0U);
}

TEST(TaskQueueTest, every_task_goes_to_exactly_one_of_many_takers) {
    constexpr std::uint32_t tasks = 50'000;
    TaskQueue queue;
    queue.reserve(tasks);
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
