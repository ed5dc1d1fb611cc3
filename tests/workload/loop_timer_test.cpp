// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/loop_timer.h"

#include "test_loop.h"

namespace troika {
namespace {

using namespace std::chrono_literals;
using Clock = LoopTimer::Clock;

TEST(LoopTimer, CallsOnceAndNotBefore) {
    for (const LoopMeans means : loopMeans()) {
        TestLoop loop(means);
        LoopTimer timer(loop.place());
        const auto due = Clock::now() + 5ms;
        int calls = 0;
        timer.callAt(due, [&] { ++calls; });
        loop.run();
        EXPECT_EQ(calls, 1);
        EXPECT_GE(Clock::now(), due);
    }
}

TEST(LoopTimer, KeepsTheLastTimeOnly) {
    for (const LoopMeans means : loopMeans()) {
        TestLoop loop(means);
        LoopTimer timer(loop.place());
        std::string called;
        timer.callAt(Clock::now() + 1h, [&] { called += "late"; });
        timer.callAt(Clock::now(), [&] { called += "now"; });
        loop.run();
        EXPECT_EQ(called, "now");
    }
}

TEST(LoopTimer, CanBeSetFromItsOwnCall) {
    for (const LoopMeans means : loopMeans()) {
        TestLoop loop(means);
        LoopTimer timer(loop.place());
        int calls = 0;
        std::function<void()> again = [&] {
            if (++calls < 3) timer.callAt(Clock::now() + 1ms, again);
        };
        timer.callAt(Clock::now(), again);
        loop.run();
        EXPECT_EQ(calls, 3);
    }
}

TEST(LoopTimer, CallsNobodyOnceItIsCancelledOrGone) {
    for (const LoopMeans means : loopMeans()) {
        TestLoop loop(means);
        int calls = 0;
        {
            LoopTimer timer(loop.place());
            timer.callAt(Clock::now() + 1h, [&] { ++calls; });
            timer.cancel();
            timer.callAt(Clock::now() - 1s, [&] { ++calls; });
        }
        loop.run(); // Does not wait for the hour.
        EXPECT_EQ(calls, 0);
    }
}

} // namespace
} // namespace troika
