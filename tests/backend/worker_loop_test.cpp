// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Three orders that came at once, and no more.
class ThreeAtOnce final : public WorkerChannel {
public:
    explicit ThreeAtOnce(Events& events) : m_events(events) {}
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
    static WorkerOrder task(std::uint32_t number) {
        return {.kind = WorkerOrder::Kind::Task, .task = number};
    }
    Events& m_events;
    std::array<WorkerOrder, 3> m_orders{task(0), task(1), task(2)};
    bool m_given = false;
    bool m_waiting = false;
};

Events serve(bool even, std::int64_t nanoseconds) {
    Events events;
    StampClock clock;
    std::vector<std::unique_ptr<StepWork>> steps;
    steps.push_back(std::make_unique<Spin>(events, clock, even, nanoseconds));
    Work work(std::move(steps), clock);
    ThreeAtOnce channel(events);
    serveOrders(work, clock, channel);
    return events;
}

const Events oneByOne{"task 0", "reply 0", "flush",   "task 1", "reply 1",
                      "flush",  "task 2",  "reply 2", "flush"};

TEST(WorkerLoop, no_reply_waits_for_a_task_that_may_be_long) {
    EXPECT_EQ(serve(false, 0), oneByOne) << "nobody knows how long the next one takes";
    EXPECT_EQ(serve(true, 30'000), oneByOne) << "the next one takes as long as the last";
}

TEST(WorkerLoop, replies_to_short_tasks_that_are_alike_go_together) {
    const Events together{"task 0", "reply 0", "task 1", "reply 1", "task 2", "reply 2", "flush"};
    // A wake-up in between may make one task long: then one of several tries is as it should be.
    for (int i = 0; i < 20; ++i) {
        if (serve(true, 0) == together) return;
    }
    EXPECT_EQ(serve(true, 0), together);
}

} // namespace
} // namespace troika::test
