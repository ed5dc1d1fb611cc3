// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/reply_hold.h"
#include "backend/process/worker_loop.h"

#include <gtest/gtest.h>

namespace troika::test {
namespace {

/// What happened at a worker, in order: "task 0", "reply 0", "flush".
using Events = std::vector<std::string>;

/// Tasks that last as long as they are told by the clock they are stamped with.
class Spin final : public StepWork {
public:
    Spin(Events& events, const StampClock& clock, bool even, std::int64_t nanoseconds)
        : m_events(events), m_clock(clock), m_even(even), m_nanoseconds(nanoseconds) {}
    bool even() const override { return m_even; }
    std::unique_ptr<BlockingStep> blocking() const override {
        return std::make_unique<Step>(*this);
    }
    std::unique_ptr<AsyncStep> async(const LoopPlace&) const override { return nullptr; }

private:
    class Step final : public BlockingStep {
    public:
        explicit Step(const Spin& spin) : m_spin(spin) {}
        Result<> leadIn() override { return {}; }
        StepOutcome perform(const TaskName& task) override {
            m_spin.m_events.push_back(fmt::format("task {}", task.task));
            const std::int64_t until = m_spin.m_clock.now() + m_spin.m_nanoseconds;
            while (m_spin.m_clock.now() < until) {
            }
            return {};
        }
        void settle() override {}

    private:
        const Spin& m_spin;
    };

    Events& m_events;
    const StampClock& m_clock;
    bool m_even;
    std::int64_t m_nanoseconds;
};

/// Orders that came at once, and no more.
class AtOnce final : public WorkerChannel {
public:
    AtOnce(Events& events, const std::vector<WorkerOrder>& orders)
        : m_events(events), m_orders(orders) {}
    std::span<const WorkerOrder> next() override {
        return m_given ? std::span<const WorkerOrder>()
                       : (m_given = true, std::span<const WorkerOrder>(m_orders));
    }
    Payload payload() override { return {}; }
    void add(const WorkerReply& reply) override {
        m_events.push_back(fmt::format("reply {}", reply.task));
        m_waiting = true;
    }
    void flush() override {
        if (std::exchange(m_waiting, false)) m_events.emplace_back("flush");
    }
    void trouble(const Failure&) override { m_events.emplace_back("trouble"); }

private:
    Events& m_events;
    std::vector<WorkerOrder> m_orders;
    bool m_given = false;
    bool m_waiting = false;
};

const std::vector<WorkerOrder> threeTasks{{.task = 0}, {.task = 1}, {.task = 2}};

Events serve(bool even, std::int64_t nanoseconds,
             const std::vector<WorkerOrder>& orders = threeTasks) {
    Events events;
    StampClock clock;
    std::vector<std::unique_ptr<StepWork>> steps;
    steps.push_back(std::make_unique<Spin>(events, clock, even, nanoseconds));
    Work work(std::move(steps), clock);
    AtOnce channel(events, orders);
    serveOrders(work, clock, channel);
    return events;
}

const Events oneByOne{"task 0", "reply 0", "flush",   "task 1", "reply 1",
                      "flush",  "task 2",  "reply 2", "flush"};

TEST(WorkerLoop, no_reply_waits_for_a_task_that_may_be_long) {
    EXPECT_EQ(serve(false, 0), oneByOne) << "nobody knows how long the next one takes";
    EXPECT_EQ(serve(true, 30'000), oneByOne) << "the next one takes as long as the last";
}

TEST(WorkerLoop, what_is_no_task_waits_for_what_comes_with_it) {
    const Events withLeadIn{"reply 0", "task 0", "reply 0", "flush"};
    EXPECT_EQ(serve(false, 0, {WorkerOrder{.kind = WorkerOrder::Kind::LeadIn}, WorkerOrder{}}),
              withLeadIn);
}

Sample task(std::int64_t start, std::int64_t end) { return {.start = start, .end = end}; }

TEST(ReplyHold, nothing_waits_longer_than_it_may) {
    ReplyHold hold(true);
    EXPECT_TRUE(hold.mayWait()) << "nothing waits";
    hold.ended(task(1'000, 9'000));
    EXPECT_TRUE(hold.mayWait()) << "until 17,000";
    hold.ended(task(9'000, 17'000));
    EXPECT_TRUE(hold.mayWait()) << "until 25,000, which is 16,000 after the first has ended";
    hold.ended(task(17'000, 25'000));
    EXPECT_FALSE(hold.mayWait()) << "the first would wait for 24,000";
    hold.sent();
    EXPECT_TRUE(hold.mayWait());
    hold.ended(task(25'000, 46'000));
    EXPECT_FALSE(hold.mayWait()) << "the next one takes 21,000";
}

TEST(ReplyHold, of_uneven_tasks_none_waits) {
    ReplyHold hold(false);
    hold.ended(task(1'000, 1'001));
    EXPECT_FALSE(hold.mayWait());
}

} // namespace
} // namespace troika::test
