// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_loop.h"
#include "workload/step_work.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <gtest/gtest.h>
#include <memory>
#include <utility>
#include <vector>

namespace troika {

inline Settings downloadSettings(double size) {
    Settings settings;
    settings.set("size", size);
    settings.set("delay", Delay{});
    settings.set("failures", 0.0);
    settings.set("drops", 0.0);
    settings.set("connections", std::string("keep-alive"));
    return settings;
}

inline std::unique_ptr<StepWork>
makeDownloads(const Settings& settings, std::uint16_t port,
              std::chrono::nanoseconds timeout = std::chrono::seconds(20)) {
    WorkPlace place;
    place.originPort = port;
    place.timeout = timeout;
    return downloadKind().make(settings, place);
}

inline TaskName downloadTask(std::uint32_t task) { return {.seed = 11, .round = 2, .task = task}; }

/// Tasks 0..count-1, one after the other.
inline std::vector<StepOutcome> downloadBlocking(const StepWork& work, std::uint32_t count) {
    const auto step = work.blocking();
    EXPECT_TRUE(step->leadIn().has_value());
    std::vector<StepOutcome> outcomes;
    for (std::uint32_t i = 0; i < count; ++i) outcomes.push_back(step->perform(downloadTask(i)));
    step->settle();
    return outcomes;
}

/// Tasks 0..count-1, all at once, on a loop of their own.
inline std::vector<StepOutcome> downloadAsync(const StepWork& work, std::uint32_t count,
                                              std::uint32_t prepared,
                                              LoopMeans means = LoopMeans::Epoll) {
    TestLoop loop(means);
    const auto step = work.async(loop.place());
    std::vector<StepOutcome> outcomes(count);
    std::uint32_t left = count;
    auto one = [&](std::uint32_t i) -> Async<void> {
        outcomes[i] = co_await step->perform(downloadTask(i));
        if (--left == 0) step->settle();
    };
    auto all = [&]() -> Async<void> {
        EXPECT_TRUE((co_await step->leadIn(prepared)).has_value());
        for (std::uint32_t i = 0; i < count; ++i) {
            boost::asio::co_spawn(loop.loop(), one(i), boost::asio::detached);
        }
    };
    boost::asio::co_spawn(loop.loop(), all(), boost::asio::detached);
    loop.run();
    EXPECT_EQ(left, 0U);
    return outcomes;
}

/// Both ways, and on a loop of each kind, which must agree; the outcomes.
inline std::vector<StepOutcome> downloadBothWays(const StepWork& work, std::uint32_t count) {
    const auto blocking = downloadBlocking(work, count);
    for (const LoopMeans means : loopMeans()) {
        const auto async = downloadAsync(work, count, count, means);
        for (std::uint32_t i = 0; i < count; ++i) {
            EXPECT_EQ(blocking[i].outcome, async[i].outcome) << "task " << i;
            EXPECT_EQ(blocking[i].digest, async[i].digest) << "task " << i;
        }
    }
    return blocking;
}

} // namespace troika
