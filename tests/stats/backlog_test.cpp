// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/stats/backlog.h>

#include <algorithm>
#include <random>
#include <vector>

namespace troika {
namespace {

/// One server: tasks due every `gap`, each served for `service`, in order.
std::vector<Sample> oneServer(int tasks, std::int64_t gap, std::int64_t service) {
    std::vector<Sample> samples;
    std::int64_t free = 0;
    for (int task = 0; task < tasks; ++task) {
        Sample one;
        one.due = 1'000 + task * gap;
        one.start = std::max(one.due, free);
        one.end = free = one.start + service;
        one.outcome = Outcome::Finished;
        samples.push_back(one);
    }
    return samples;
}

TEST(Backlog, IsNotKnownOfFew) {
    EXPECT_EQ(backlog({}), std::nullopt);
    EXPECT_EQ(backlog(oneServer(19, 10, 5)), std::nullopt);
    EXPECT_EQ(backlog(std::vector<Sample>(100)), std::nullopt); // None has ended.
}

TEST(Backlog, OfABatchIsNotKnown) { EXPECT_EQ(backlog(oneServer(100, 0, 5)), std::nullopt); }

TEST(Backlog, DoesNotGrowWhereTasksAreDoneAsTheyCome) {
    const auto steady = backlog(oneServer(1'000, 100, 90));
    ASSERT_TRUE(steady);
    EXPECT_EQ(*steady, (Backlog{1, 1, 500}));
    EXPECT_FALSE(steady->grows());
}

TEST(Backlog, GrowsWithTimeWhereMoreCome) {
    // 1,000 come in a time in which 800 are done.
    const auto grown = backlog(oneServer(1'000, 100, 125));
    ASSERT_TRUE(grown);
    EXPECT_NEAR(static_cast<double>(grown->atHalf), 100, 2);
    EXPECT_NEAR(static_cast<double>(grown->atEnd), 200, 2);
    EXPECT_TRUE(grown->grows());
}

TEST(Backlog, GrowsWhicheverTaskIsTakenFirst) {
    // The last come is served first; those that were passed over end when no more come.
    std::vector<Sample> samples = oneServer(1'000, 100, 125);
    std::vector<std::int64_t> starts;
    for (const Sample& sample : samples) starts.push_back(sample.start);
    std::vector<std::size_t> waiting;
    std::size_t come = 0;
    for (const std::int64_t start : starts) {
        while (come < samples.size() && samples[come].due <= start) waiting.push_back(come++);
        Sample& next = samples[waiting.back()];
        waiting.pop_back();
        next.start = start;
        next.end = start + 125;
    }
    const auto grown = backlog(samples);
    ASSERT_TRUE(grown);
    EXPECT_NEAR(static_cast<double>(grown->atEnd), 200, 2);
    EXPECT_TRUE(grown->grows());
}

TEST(Backlog, IsNotKnownWhileLongTasksAreStillComingTogether) {
    std::vector<Sample> samples = oneServer(1'000, 100, 1);
    for (Sample& sample : samples) sample.end = sample.due + 50'000;
    EXPECT_EQ(backlog(samples), std::nullopt);
    // A fifth of the time: after that their number stays.
    for (Sample& sample : samples) sample.end = sample.due + 20'000;
    const auto full = backlog(samples);
    ASSERT_TRUE(full);
    EXPECT_EQ(full->atHalf, 200);
    EXPECT_FALSE(full->grows());
}

TEST(Backlog, SeldomSeemsToGrowByChance) {
    std::mt19937_64 random(11);
    std::exponential_distribution<double> gaps(1.0 / 100);
    std::exponential_distribution<double> services(1.0 / 70);
    int growing = 0;
    for (int slice = 0; slice < 200; ++slice) {
        std::vector<Sample> samples;
        double due = 1;
        double free = 0;
        for (int task = 0; task < 1'000; ++task) {
            due += gaps(random);
            const double start = std::max(due, free);
            free = start + services(random);
            samples.push_back({.due = std::llround(due),
                               .start = std::llround(start),
                               .end = std::llround(free),
                               .outcome = Outcome::Finished});
        }
        growing += backlog(samples)->grows() ? 1 : 0;
    }
    EXPECT_LT(growing, 10); // Of 200; a doubt takes the middle of several slices.
}

} // namespace
} // namespace troika
