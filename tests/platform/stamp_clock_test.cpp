// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stamp_clock.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <limits>
#include <thread>
#include <vector>

namespace troika {
namespace {

/// The stamp's distance from CLOCK_MONOTONIC in nanoseconds: the least of many, because the thread
/// may lose its core between two reads. 0 where the stamp lies between two reads of the clock.
std::int64_t distance(const StampClock& clock) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t before = monotonicNow();
        const std::int64_t stamp = clock.now();
        const std::int64_t after = monotonicNow();
        least = std::min(least, std::max({before - stamp, stamp - after, std::int64_t{0}}));
    }
    return least;
}

void expectNeverBackwards(const StampClock& clock) {
    std::int64_t last = clock.now();
    for (int i = 0; i < 200'000; ++i) {
        const std::int64_t now = clock.now();
        ASSERT_GE(now, last);
        last = now;
    }
}

TEST(StampClock, WithoutARateReadsTheSystemsClock) {
    StampClock clock;
    EXPECT_FALSE(clock.usesCounter());
    clock.anchor();
    expectNeverBackwards(clock);
    EXPECT_EQ(distance(clock), 0);
}

TEST(StampClock, ARateThatIsNoneReadsTheSystemsClock) {
    EXPECT_FALSE(StampClock(0.0).usesCounter());
    EXPECT_FALSE(StampClock(-1.0).usesCounter());
    EXPECT_FALSE(StampClock(std::nan("")).usesCounter());
    EXPECT_EQ(distance(StampClock(0.0)), 0);
}

TEST(StampClock, NeverRunsBackwards) { expectNeverBackwards(StampClock(measureTickRate())); }

TEST(StampClock, AgreesWithTheSystemsClockAfterAnchoring) {
    StampClock clock(measureTickRate());
    EXPECT_LT(distance(clock), 20'000);
    for (int i = 0; i < 5; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        clock.anchor();
        EXPECT_LT(distance(clock), 20'000);
    }
}

TEST(StampClock, DriftsLittleBetweenAnchors) {
    const StampClock clock(measureTickRate());
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    // The rate is measured for 10 ms to about 50 ns, so 200 ms away it is off by a few µs at most.
    EXPECT_LT(distance(clock), 100'000);
}

TEST(StampClock, TwoClocksOfOneMachineAgree) {
    const auto rate = measureTickRate();
    const StampClock first(rate);
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::thread([&] {
        const StampClock second(rate);
        for (int i = 0; i < 1000; ++i) {
            least = std::min(least, std::abs(first.now() - second.now()));
        }
    }).join();
    EXPECT_LT(least, 20'000);
}

TEST(MeasureTickRate, IsTheSameEachTime) {
    const auto first = measureTickRate();
    const auto second = measureTickRate();
    ASSERT_EQ(first.has_value(), second.has_value());
    if (first) {
        EXPECT_NEAR(*second / *first, 1.0, 1e-3);
    }
}

} // namespace
} // namespace troika
