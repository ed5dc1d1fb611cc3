// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/calibrate.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

using namespace std::chrono_literals;

Step computeFor(const std::string& kernel, double seconds) {
    Step step{.kind = "compute"};
    step.settings.set("kernel", kernel);
    step.settings.set("duration", seconds);
    return step;
}

TEST(AmountFor, IsTheNearestWholeNumberOfRepetitions) {
    EXPECT_EQ(amountFor(1ms, 1e-6), 1000);
    EXPECT_EQ(amountFor(2us, 0.3e-6), 7);
    EXPECT_EQ(amountFor(60s, 1e-6), 60'000'000);
}

TEST(AmountFor, StaysWithinWhatAScenarioMaySay) {
    EXPECT_EQ(amountFor(100ns, 1e-3), 1);
    EXPECT_EQ(amountFor(60s, 1e-12), 1'000'000'000'000);
}

TEST(SecondsARepetition, SeesHowSlowAKernelIs) {
    // Sleeps a millisecond a repetition, so it cannot be measured as faster than that.
    const troika_kernel sleeper = [](std::uint64_t amount, std::uint64_t) -> std::uint64_t {
        timespec wait{0, 0};
        wait.tv_nsec = static_cast<long>(1'000'000 * amount);
        nanosleep(&wait, nullptr);
        return amount;
    };
    EXPECT_GE(secondsARepetition(sleeper, 30ms), 1e-3);
}

TEST(CalibrateWorkload, TurnsDurationsIntoAmountsAndNothingElse) {
    Workload workload;
    workload.steps = {computeFor("sha256", 0.01), computeFor("matmul", 0.02),
                      computeFor("sha256", 0.04)};
    calibrateWorkload(workload);
    for (const Step& step : workload.steps) {
        EXPECT_FALSE(step.settings.has("duration"));
        ASSERT_TRUE(step.settings.has("amount"));
        EXPECT_GE(step.settings.integer("amount"), 1);
    }
    EXPECT_EQ(workload.steps[0].settings.choice("kernel"), "sha256");
    // One measurement a kernel: four times the duration is four times the amount, but for rounding.
    EXPECT_NEAR(static_cast<double>(workload.steps[2].settings.integer("amount")),
                4.0 * static_cast<double>(workload.steps[0].settings.integer("amount")), 2.0);
}

TEST(CalibrateWorkload, LeavesAmountsAndOtherStepsAlone) {
    Workload workload;
    Step compute{.kind = "compute"};
    compute.settings.set("kernel", std::string("primes"));
    compute.settings.set("amount", std::int64_t{12});
    Step other{.kind = "download"};
    other.settings.set("duration", 3.0);
    workload.steps = {compute, other};
    const Workload before = workload;
    calibrateWorkload(workload);
    EXPECT_EQ(workload, before);
}

TEST(CalibrateWorkload, ATinyDurationIsAtLeastOneRepetition) {
    Workload workload;
    workload.steps = {computeFor("primes", 1e-7)};
    calibrateWorkload(workload);
    EXPECT_EQ(workload.steps[0].settings.integer("amount"), 1);
}

} // namespace
} // namespace troika
