// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/step_estimates.h"

#include <cmath>
#include <gtest/gtest.h>
#include <troika/backend/catalogue.h>
#include <troika/scenario/json.h>

using namespace troika;

namespace {

/// A step's settings as a scenario gives them, defaults filled in.
Settings settingsOf(Json step) {
    const Json document{
        {"schema", "troika-scenario/1"},
        {"name", "estimate"},
        {"workload",
         {{"steps", Json::array({std::move(step)})},
          {"arrivals", {{"kind", "batch"}, {"tasks", 1}}}}},
        {"backends", Json::array({Json{{"backend", "serial"}}})},
    };
    const auto scenario = readScenario(document, catalogue());
    return scenario ? scenario->workload.steps.front().settings : Settings();
}

} // namespace

TEST(StepEstimates, ADownloadWaitsForItsDelayAndItsBandwidth) {
    const auto wait = [](Json delay) {
        return estimateDownload(
                   settingsOf({{"kind", "download"}, {"size", 0}, {"delay", std::move(delay)}}))
            .waitSeconds;
    };
    EXPECT_DOUBLE_EQ(wait("15 ms"), 0.015);
    EXPECT_DOUBLE_EQ(wait({{"distribution", "uniform"}, {"low", "10 ms"}, {"high", "30 ms"}}),
                     0.02);
    EXPECT_DOUBLE_EQ(wait({{"distribution", "exponential"}, {"mean", "40 ms"}}), 0.04);
    EXPECT_NEAR(wait({{"distribution", "log-normal"}, {"median", "10 ms"}, {"sigma", 1}}),
                0.01 * 1.6487212707, 1e-9);
    const auto pareto = [&wait](double shape) {
        return wait({{"distribution", "pareto"}, {"scale", "10 ms"}, {"shape", shape}});
    };
    EXPECT_NEAR(pareto(3), 0.015, 1e-9);
    // Without a mean of its own, that of what is cut off at an hour.
    EXPECT_NEAR(pareto(1), 0.01 * (1 + std::log(360'000.0)), 1e-9);
    EXPECT_NEAR(pareto(0.5), 0.01 * (1 + (std::sqrt(360'000.0) - 1) / 0.5), 1e-9);
    EXPECT_LE(pareto(0.1), 3600);
    EXPECT_DOUBLE_EQ(wait({{"distribution", "pareto"}, {"scale", 0}, {"shape", 1}}), 0);
    const Settings slow =
        settingsOf({{"kind", "download"}, {"size", "1 MiB"}, {"bandwidth", "2 MiB/s"}});
    EXPECT_DOUBLE_EQ(estimateDownload(slow).waitSeconds, 0.5);
    EXPECT_GT(estimateDownload(slow).cpuSeconds, 0);
}

TEST(StepEstimates, ACachedReadDoesNotWaitAndASyncedWriteDoes) {
    EXPECT_DOUBLE_EQ(estimateDisk(settingsOf({{"kind", "disk"}})).waitSeconds, 0);
    EXPECT_GT(estimateDisk(settingsOf({{"kind", "disk"}, {"cache", "direct"}})).waitSeconds, 0);
    EXPECT_GT(estimateDisk(settingsOf({{"kind", "disk"}, {"operation", "write"}, {"sync", "task"}}))
                  .waitSeconds,
              0);
    const auto creating = [](const char* sync) {
        return estimateDisk(settingsOf(
            {{"kind", "disk"}, {"operation", "create"}, {"blocks", 10}, {"sync", sync}}));
    };
    EXPECT_DOUBLE_EQ(creating("none").waitSeconds, 0);
    EXPECT_GT(creating("none").cpuSeconds, 0);
    EXPECT_GT(creating("task").waitSeconds, 0.01);
}

TEST(StepEstimates, AComputationTakesWhatItSaysOrGrowsWithItsAmount) {
    const Settings ten = settingsOf({{"kind", "compute"}, {"duration", "10 ms"}});
    EXPECT_DOUBLE_EQ(estimateCompute(ten).cpuSeconds, 0.01);
    for (const char* const kernel : {"primes", "sha256", "matmul"}) {
        const auto cpu = [kernel](int amount) {
            return estimateCompute(
                       settingsOf({{"kind", "compute"}, {"kernel", kernel}, {"amount", amount}}))
                .cpuSeconds;
        };
        EXPECT_GT(cpu(1), 0);
        EXPECT_DOUBLE_EQ(cpu(1000), 1000 * cpu(1));
    }
}
