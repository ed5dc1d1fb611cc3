// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_pool.h"

#include "backend/backend_rig.h"

#include <gtest/gtest.h>
#include <queue>

namespace troika::test {
namespace {

/// A worker that answers at once, and whose clock is ahead of the pool's.
class WorkerAhead final : public WorkerLinks {
public:
    static constexpr std::int64_t ahead = 1'000'000'000;

    Result<> open(std::size_t) override { return {}; }
    Result<> start(std::size_t) override { return {}; }
    Result<> awaitReady(std::size_t) override { return {}; }
    void send(std::size_t, std::span<const WorkerOrder> orders) override {
        for (const WorkerOrder& order : orders) m_replies.push(replyTo(order));
    }
    Result<> hear(std::int64_t, WorkerListener& listener) override {
        for (; !m_replies.empty(); m_replies.pop()) listener.replied(0, {&m_replies.front(), 1});
        return {};
    }
    Account accountOfDead() const override { return {}; }

private:
    static WorkerReply replyTo(const WorkerOrder& order) {
        if (order.kind != WorkerOrder::Kind::Task) return {.kind = WorkerReply::Kind::Done};
        const std::int64_t there = monotonicNow() + ahead;
        const Sample sample{.start = there, .end = there + 5, .outcome = Outcome::Finished};
        return {.kind = WorkerReply::Kind::Task, .task = order.task, .sample = sample};
    }

    std::queue<WorkerReply> m_replies;
};

TEST(WorkerPool, no_result_is_there_before_it_was_made) {
    BackendRig rig(
        computation("process.shared", 3), 0, [](const Stage& stage) -> std::unique_ptr<Backend> {
            return std::make_unique<WorkerPool>(stage, std::make_unique<WorkerAhead>(), 1, 2);
        });
    ASSERT_TRUE(rig.setUp());
    ASSERT_TRUE(rig.runSlice(0));
    for (const Sample& sample : rig.samples()) EXPECT_EQ(sample.end, sample.start + 5);
}

} // namespace
} // namespace troika::test
