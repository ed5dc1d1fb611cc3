// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"
#include "result/figures.h"

#include <cmath>
#include <gtest/gtest.h>

namespace troika {
namespace {

const Workload downloads = example::scenario().workload;

TEST(SliceFigures, ThroughputIsFinishedOverLastEndLessFirstDue) {
    const auto slice = example::trial("serial", 1, 20, 1'000'000).slices[1];
    const SliceFigures figures = figuresOf(slice);
    EXPECT_EQ(figures.finished, 20U);
    EXPECT_DOUBLE_EQ(figures.seconds, 0.020);
    EXPECT_DOUBLE_EQ(figures.throughput.value(), 1000);
}

TEST(SliceFigures, FailedTasksTakeTimeButDoNotCount) {
    auto slice = example::trial("serial", 1, 20, 1'000'000).slices[1];
    slice.samples[19].outcome = Outcome::TimedOut;
    EXPECT_EQ(figuresOf(slice).finished, 19U);
    EXPECT_DOUBLE_EQ(figuresOf(slice).throughput.value(), 950);
}

TEST(SliceFigures, WhereADurationEndsAdmissionItsTailIsNotThroughput) {
    auto slice = example::trial("serial", 1, 20, 1'000'000).slices[1];
    slice.admission = 10'000'000;
    EXPECT_EQ(figuresOf(slice).finished, 20U);
    EXPECT_DOUBLE_EQ(figuresOf(slice).throughput.value(), 1000); // 10 in 10 ms, 10 afterwards.
}

TEST(SliceFigures, NothingFinishedIsNoThroughput) {
    auto slice = example::trial("serial", 1, 3, 1000).slices[1];
    for (Sample& sample : slice.samples) sample.outcome = Outcome::Failed;
    EXPECT_EQ(figuresOf(slice).throughput, std::nullopt);
    slice.samples.clear();
    EXPECT_EQ(figuresOf(slice).throughput, std::nullopt);
    EXPECT_EQ(figuresOf(slice).seconds, 0);
}

TEST(ContenderFigures, PoolCountedSlicesAlone) {
    auto trial = example::trial("serial", 8, 20, 1'000'000);
    trial.slices[1].counted = false;
    const auto figures = figuresOf(trial, downloads);
    EXPECT_EQ(figures.tasks, (TaskCounts{140, 0, 0}));
    EXPECT_EQ(figures.slices.size(), 8U); // Warm-up is no slice of the result.
    EXPECT_EQ(figures.latency.count, 140U);
    EXPECT_DOUBLE_EQ(figures.usage.cpuUserSeconds, 0.140);
    EXPECT_EQ(figures.usage.voluntarySwitches, 140);
    EXPECT_EQ(figures.usage.startUpSeconds, 0.002);
    EXPECT_TRUE(figures.throughput.interval);
}

TEST(ContenderFigures, AreAsSureAsSlicesAreAlike) {
    const auto figures = figuresOf(example::trial("serial", 8, 20, 1'000'000), downloads);
    const Latency& service = figures.service; // 1 ms in half of the slices, 1.01 in the others.
    EXPECT_DOUBLE_EQ(service.p50Interval.value().low, 0.00100);
    EXPECT_DOUBLE_EQ(service.p50Interval.value().high, 0.00101);
    EXPECT_DOUBLE_EQ(figures.usage.cpuOfTaskInterval.value().low,
                     0.001); // The same in every slice.
    EXPECT_DOUBLE_EQ(figures.usage.cpuOfTaskInterval.value().high, 0.001);
    EXPECT_EQ(figures.usage.switchesOfTaskInterval, (Interval{1, 1}));
    const auto few = figuresOf(example::trial("serial", 4, 20, 1'000'000), downloads);
    EXPECT_EQ(few.service.p50Interval, std::nullopt);
    EXPECT_EQ(few.usage.cpuOfTaskInterval, std::nullopt);
}

TEST(ContenderFigures, LatencyIsFromDueAndServiceFromStart) {
    const auto figures = figuresOf(example::trial("serial", 1, 20, 1'000'000), downloads);
    EXPECT_DOUBLE_EQ(figures.latency.max.value(), 0.020);
    EXPECT_DOUBLE_EQ(figures.latency.p50.value(), 0.010);
    EXPECT_DOUBLE_EQ(figures.service.max.value(), 0.001);
    EXPECT_DOUBLE_EQ(figures.service.p50.value(), 0.001);
}

TEST(ContenderFigures, QueueingIsFromDueToStartAndWaitingIsItsDepth) {
    const auto figures = figuresOf(example::trial("serial", 1, 20, 1'000'000), downloads);
    EXPECT_EQ(figures.queueing.count, 20U);
    EXPECT_DOUBLE_EQ(figures.queueing.max.value(), 0.019);
    EXPECT_DOUBLE_EQ(figures.queueing.mean.value(), 0.0095);
    EXPECT_EQ(figures.waiting.most, 19); // The first one begins at once.
    EXPECT_DOUBLE_EQ(figures.waiting.mean, 10);
    EXPECT_EQ(figuresOf(TrialRecord{}, downloads).waiting, Waiting{});
}

TEST(ContenderFigures, EveryTaskIsCountedOnce) {
    auto trial = example::trial("serial", 1, 8, 1000);
    for (int task = 0; task < 8; ++task)
        trial.slices[1].samples[static_cast<std::size_t>(task)].outcome =
            static_cast<Outcome>(task);
    EXPECT_EQ(figuresOf(trial, downloads).tasks, (TaskCounts{1, 4, 3, 1}));
}

TEST(ContenderFigures, EveryStepIsTold) {
    auto trial = example::trial("serial", 1, 1, 1000);
    const ContenderResult one = figuresOf(trial, downloads);
    EXPECT_EQ(one.steps, (std::vector<StepLatency>{{"download", one.service}}));
    Workload three = downloads;
    three.steps = {{"download", {}}, {"compute", {}}, {"download", {}}};
    Sample& sample = trial.slices[1].samples[0];
    sample.stepEnd = {sample.start + 300, sample.start + 500, 0};
    const auto steps = figuresOf(trial, three).steps;
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].latency.max, 300e-9);
    EXPECT_EQ(steps[1].kind, "compute");
    EXPECT_EQ(steps[1].latency.max, 200e-9);
    EXPECT_EQ(steps[2].latency.max, 500e-9);
}

TEST(ContenderFigures, DigestIsOfRoundAndTaskNotOfTheOrderTheyRan) {
    auto trial = example::trial("serial", 3, 4, 1000);
    const std::string digest = figuresOf(trial, downloads).digest;
    EXPECT_EQ(digest.size(), 16U);
    std::swap(trial.slices[1], trial.slices[3]);
    EXPECT_EQ(figuresOf(trial, downloads).digest, digest);
    trial.slices[2].samples[1].digest ^= 1;
    EXPECT_NE(figuresOf(trial, downloads).digest, digest);
}

TEST(ContenderFigures, DigestFoldsAsDocumented) {
    const auto figures = figuresOf(example::trial("serial", 1, 2, 1000), downloads);
    EXPECT_EQ(figures.digest, fmt::format("{:016x}", foldDigest(foldDigest(0, 0), 1)));
}

TEST(ContenderFigures, OfNothingAreEmpty) {
    TrialRecord nothing;
    nothing.label = "none";
    const auto figures = figuresOf(nothing, downloads);
    EXPECT_EQ(figures.digest, "");
    EXPECT_EQ(figures.throughput, Throughput{});
    EXPECT_EQ(figures.latency, Latency{});
    EXPECT_EQ(figures.usage.startUpSeconds, std::nullopt);
    EXPECT_TRUE(countedSlices(nothing).empty());
}

TEST(RoundFigures, AreOfTheCountedAttempt) {
    auto trial = example::trial("serial", 2, 20, 1'000'000);
    SliceRecord again = trial.slices[1];
    trial.slices[1].counted = false;
    again.attempt = 1;
    for (Sample& sample : again.samples) sample.end += 1'000'000;
    trial.slices.push_back(again);
    const auto rounds = countedSlices(trial);
    ASSERT_EQ(rounds.size(), 2U);
    const RoundFigures first = figuresBeside(*rounds.at(0), *rounds.at(0));
    EXPECT_DOUBLE_EQ(first.throughput, 20 / 0.021);
    EXPECT_DOUBLE_EQ(first.latencyP50, 0.011);
    EXPECT_DOUBLE_EQ(first.cpu, 0.001);
    EXPECT_TRUE(std::isnan(first.latencyP99));
}

TEST(RoundFigures, LatencyIsOfTheTasksThatTheOtherFinishedToo) {
    const auto slice = example::trial("serial", 1, 20, 1'000'000).slices[1];
    auto other = slice;
    for (std::size_t task = 10; task < 20; ++task) other.samples[task].outcome = Outcome::TimedOut;
    const RoundFigures figures = figuresBeside(slice, other);
    EXPECT_DOUBLE_EQ(figures.latencyP50, 0.005);
    EXPECT_DOUBLE_EQ(figures.throughput, 1000);
    other.samples.clear();
    EXPECT_TRUE(std::isnan(figuresBeside(slice, other).latencyP50));
}

TEST(TaskCounts, WhatTheScenarioAskedForIsNotUnasked) {
    EXPECT_EQ((TaskCounts{10, 5, 2, 4}).unasked(), 3U);
    EXPECT_EQ((TaskCounts{10, 5, 0, 5}).unasked(), 0U);
}

} // namespace
} // namespace troika
