// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/stats/queue_depth.h>

#include <random>

namespace troika {
namespace {

Sample sample(std::int64_t due, std::int64_t start, std::int64_t end,
              std::array<std::int64_t, 3> steps = {}) {
    Sample one;
    one.due = due;
    one.start = start;
    one.end = end;
    one.outcome = Outcome::Finished;
    one.stepEnd = steps;
    return one;
}

TEST(QueueDepth, OfNothingIsEmpty) {
    EXPECT_TRUE(waitingTasks({}).empty());
    EXPECT_TRUE(openTasks({}).empty());
    EXPECT_EQ(meanDepth({}), 0);
    EXPECT_EQ(greatestDepth({}), 0);
    EXPECT_TRUE(thinned({}, 4).empty());
}

TEST(QueueDepth, OfOneTaskIsItsWaitAndItsStay) {
    const std::vector<Sample> one{sample(10, 30, 90)};
    EXPECT_EQ(waitingTasks(one), (DepthCurve{{10, 1}, {30, 0}}));
    EXPECT_EQ(openTasks(one), (DepthCurve{{10, 1}, {90, 0}}));
    EXPECT_EQ(meanDepth(waitingTasks(one)), 1);
}

TEST(QueueDepth, WhoeverBeginsAtOnceNeverWaits) {
    EXPECT_TRUE(waitingTasks(std::vector<Sample>{sample(10, 10, 90)}).empty());
}

TEST(QueueDepth, TasksThatNeverEndedAreNotKnown) {
    const std::vector<Sample> some{Sample{}, sample(10, 20, 30)};
    EXPECT_EQ(openTasks(some), (DepthCurve{{10, 1}, {30, 0}}));
}

TEST(QueueDepth, AddsUpWhoIsThereAtTheSameTime) {
    // All due at 5, begun one by one.
    const std::vector<Sample> batch{sample(5, 25, 35), sample(5, 5, 15), sample(5, 15, 25)};
    EXPECT_EQ(waitingTasks(batch), (DepthCurve{{5, 2}, {15, 1}, {25, 0}}));
    EXPECT_EQ(openTasks(batch), (DepthCurve{{5, 3}, {15, 2}, {25, 1}, {35, 0}}));
    EXPECT_DOUBLE_EQ(meanDepth(waitingTasks(batch)), 1.5);
    EXPECT_EQ(greatestDepth(openTasks(batch)), 3);
}

TEST(QueueDepth, OneForAnotherAtTheSameMomentChangesNothing) {
    const std::vector<Sample> closed{sample(10, 11, 20), sample(20, 21, 30)};
    EXPECT_EQ(openTasks(closed), (DepthCurve{{10, 1}, {30, 0}}));
}

TEST(QueueDepth, AStepHasWhomTheOneBeforeHasLetGo) {
    const std::vector<Sample> two{sample(10, 12, 50, {20, 40, 0}), sample(10, 20, 60, {30, 50, 0})};
    EXPECT_EQ(tasksAtStep(two, 0, 3), (DepthCurve{{10, 2}, {20, 1}, {30, 0}}));
    EXPECT_EQ(tasksAtStep(two, 1, 3), (DepthCurve{{20, 1}, {30, 2}, {40, 1}, {50, 0}}));
    EXPECT_EQ(tasksAtStep(two, 2, 3), (DepthCurve{{40, 1}, {60, 0}}));
}

TEST(QueueDepth, ATaskThatFailedAtAStepLeavesItWithItsEnd) {
    const std::vector<Sample> failed{sample(10, 12, 50, {20, 0, 0})};
    EXPECT_EQ(tasksAtStep(failed, 1, 3), (DepthCurve{{20, 1}, {50, 0}}));
    EXPECT_TRUE(tasksAtStep(failed, 2, 3).empty());
}

// Little, A proof for the queuing formula L = lambda W (1961): over a time that begins and ends
// with nobody there, the mean number is the sum of all stays through that time, exactly.
TEST(QueueDepth, KeepsLittlesLaw) {
    std::mt19937_64 random(3);
    std::vector<Sample> samples;
    double stays = 0;
    std::int64_t first = INT64_MAX;
    std::int64_t last = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto due = static_cast<std::int64_t>(1 + random() % 1'000'000);
        const auto stay = static_cast<std::int64_t>(1 + random() % 5'000);
        samples.push_back(sample(due, due, due + stay));
        stays += static_cast<double>(stay);
        first = std::min(first, due);
        last = std::max(last, due + stay);
    }
    EXPECT_NEAR(meanDepth(openTasks(samples)), stays / static_cast<double>(last - first), 1e-9);
}

TEST(QueueDepth, ThinnedKeepsTheGreatestAndTheEnd) {
    std::vector<Sample> samples;
    for (std::int64_t i = 1; i <= 5000; ++i) samples.push_back(sample(i, i, i + 300));
    samples.push_back(sample(2500, 2501, 2502));
    const DepthCurve all = openTasks(samples);
    const DepthCurve few = thinned(all, 100);
    EXPECT_LE(few.size(), 102U);
    EXPECT_EQ(greatestDepth(few), greatestDepth(all));
    EXPECT_EQ(few.back(), all.back());
    EXPECT_EQ(thinned(all, all.size()), all);
    for (std::size_t i = 1; i < few.size(); ++i) EXPECT_LT(few[i - 1].at, few[i].at);
}

} // namespace
} // namespace troika
