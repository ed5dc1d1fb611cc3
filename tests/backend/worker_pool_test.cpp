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

/// Tells until when the pool would have waited.
class PatientWorker final : public WorkerLinks {
public:
    explicit PatientWorker(std::vector<std::int64_t>& waits) : m_waits(waits) {}
    Result<> open(std::size_t) override { return {}; }
    Result<> start(std::size_t) override { return {}; }
    Result<> awaitReady(std::size_t) override { return {}; }
    void send(std::size_t, std::span<const WorkerOrder> orders) override {
        for (const WorkerOrder& order : orders) {
            const bool isTask = order.kind == WorkerOrder::Kind::Task;
            m_replies.push({.kind = isTask ? WorkerReply::Kind::Task : WorkerReply::Kind::Done,
                            .task = order.task,
                            .sample = {.outcome = Outcome::Finished}});
        }
    }
    Result<> hear(std::int64_t until, WorkerListener& listener) override {
        const WorkerReply reply = m_replies.front();
        m_replies.pop();
        if (reply.kind == WorkerReply::Kind::Task) m_waits.push_back(until);
        listener.replied(0, {&reply, 1});
        return {};
    }
    Account accountOfDead() const override { return {}; }

private:
    std::vector<std::int64_t>& m_waits;
    std::queue<WorkerReply> m_replies;
};

std::vector<std::int64_t> waits;

TEST(WorkerPool, waits_for_no_task_while_nobody_has_room) {
    waits.clear();
    BackendRig rig(computation("process.pool", 3), 0,
                   [](const Stage& stage) -> std::unique_ptr<Backend> {
                       return std::make_unique<WorkerPool>(
                           stage, std::make_unique<PatientWorker>(waits), 1, 1);
                   });
    ASSERT_TRUE(rig.setUp());
    const std::int64_t now = monotonicNow();
    const auto plan = planOf({now, now + 1'000'000, now + 2'000'000});
    ASSERT_TRUE(rig.runSlice(0, *plan));
    // Else it would ask again and again as soon as the next one is due.
    EXPECT_EQ(waits, std::vector<std::int64_t>(3, ArrivalPlan::never));
}

} // namespace
} // namespace troika::test
