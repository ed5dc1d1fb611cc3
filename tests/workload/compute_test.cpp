// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/step_work.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>
#include <troika_kernels.h>

namespace troika {
namespace {

Settings computation(const std::string& kernel, std::int64_t amount) {
    Settings settings;
    settings.set("kernel", kernel);
    settings.set("amount", amount);
    return settings;
}

Findings check(const Settings& settings) {
    Findings findings;
    computeKind().declaration.check(settings, "workload.steps.0", findings);
    return findings;
}

TEST(Compute, DeclaresEveryKernelOfTheLibrary) {
    const Kind kind = computeKind().declaration;
    EXPECT_EQ(kind.name, "compute");
    ASSERT_FALSE(kind.settings.empty());
    const Setting& kernel = kind.settings.front();
    EXPECT_EQ(kernel.name, "kernel");
    ASSERT_EQ(kernel.choices.size(), static_cast<std::size_t>(troika_kernel_count()));
    for (std::size_t i = 0; i < kernel.choices.size(); ++i) {
        EXPECT_EQ(kernel.choices[i].name, troika_kernel_name(static_cast<int>(i)));
    }
}

TEST(Compute, SpeaksBothLanguages) {
    for (const Setting& setting : computeKind().declaration.settings) {
        EXPECT_FALSE(setting.title.en.empty() || setting.title.ru.empty()) << setting.name;
        EXPECT_FALSE(setting.explanation.en.empty() || setting.explanation.ru.empty());
    }
}

TEST(Compute, WantsEitherAmountOrDuration) {
    EXPECT_TRUE(check(computation("primes", 3)).empty());

    Settings both = computation("primes", 3);
    both.set("duration", 0.01);
    ASSERT_EQ(check(both).size(), 1U);
    EXPECT_EQ(check(both)[0].field, "workload.steps.0.duration");

    Settings neither = computation("primes", 3);
    neither.erase("amount");
    ASSERT_EQ(check(neither).size(), 1U);
    EXPECT_EQ(check(neither)[0].field, "workload.steps.0.amount");

    Settings duration = neither;
    duration.set("duration", 0.01);
    EXPECT_TRUE(check(duration).empty());
}

TEST(Compute, RunsTheKernelOnTheTasksFirstDraw) {
    for (const char* kernel : {"primes", "sha256", "matmul"}) {
        const auto work = computeKind().make(computation(kernel, 5), {});
        const auto lane = work->blocking();
        ASSERT_TRUE(work->setUp());
        ASSERT_TRUE(lane->leadIn());
        for (std::uint32_t task = 0; task < 3; ++task) {
            const TaskName name{.seed = 4, .round = 2, .task = task, .step = 1};
            std::uint64_t expected = 0;
            ASSERT_EQ(troika_kernel_run(kernel, 5, Draws(name).next(), &expected), 0);
            const StepOutcome outcome = lane->perform(name);
            EXPECT_EQ(outcome.outcome, Outcome::Finished);
            EXPECT_EQ(outcome.digest, expected);
        }
        lane->settle();
        EXPECT_TRUE(work->settle());
    }
}

TEST(Compute, AsyncAndBlockingGiveEqualDigests) {
    const auto work = computeKind().make(computation("sha256", 20), {});
    const auto lane = work->blocking();
    boost::asio::io_context loop;
    const auto step = work->async({loop.get_executor()});
    std::vector<std::uint64_t> digests;
    boost::asio::co_spawn(
        loop,
        [&]() -> Async<void> {
            const auto ready = co_await step->leadIn(8);
            if (!ready) co_return;
            for (std::uint32_t task = 0; task < 8; ++task) {
                const StepOutcome outcome = co_await step->perform({.seed = 9, .task = task});
                digests.push_back(outcome.digest);
            }
            step->settle();
        },
        boost::asio::detached);
    loop.run();
    ASSERT_EQ(digests.size(), 8U);
    for (std::uint32_t task = 0; task < 8; ++task) {
        EXPECT_EQ(digests[task], lane->perform({.seed = 9, .task = task}).digest);
    }
}

TEST(ComputeDeathTest, WantsDurationsCalibratedBefore) {
    Settings settings = computation("sha256", 1);
    settings.erase("amount");
    EXPECT_DEATH((void)computeKind().make(settings, {}), "calibrated");
}

} // namespace
} // namespace troika
