// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/race_data.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

namespace troika::ui {
namespace {

Sample finished(std::int64_t due, std::int64_t start, std::int64_t end) {
    return {.due = due, .start = start, .end = end, .outcome = Outcome::Finished};
}

TEST(RaceDataTest, takes_counted_slices_of_a_stored_run) {
    PointSamples point;
    Sample failed = finished(1000, 1500, 9000);
    failed.outcome = Outcome::Failed;
    point.contenders.push_back(
        {"a",
         {{.counted = true, .begin = 1000, .samples = {finished(1000, 1200, 3000), failed}},
          {.warmUp = true, .counted = true, .samples = {finished(0, 0, 1)}},
          {.counted = false, .samples = {finished(0, 0, 1)}}}});
    const RaceData data = raceData(point);
    const ContenderData& a = data.at("a");
    ASSERT_EQ(a.rounds.size(), 1U);
    EXPECT_NEAR(a.rounds[0].finishes[0], 2e-6, 1e-12);
    EXPECT_EQ(a.finished, 1U);
    EXPECT_EQ(a.failed, 1U);
    EXPECT_EQ(a.response, (std::vector<std::int64_t>{2000}));
    EXPECT_EQ(a.service, (std::vector<std::int64_t>{1800}));
    ASSERT_EQ(a.throughput().size(), 1U);
    EXPECT_NEAR(a.throughput()[0], 1.25e5, 1); // What failed took time too.
}

TEST(RaceDataTest, sees_a_slice_grow_and_forgets_one_that_does_not_count) {
    const std::filesystem::path file = "/dev/shm/race-data-" + std::to_string(::getpid());
    auto log = SampleLog::create(file, 2, 2);
    ASSERT_TRUE(log && log->prepare(0));
    LiveRun run;
    run.addLog("a", file);
    std::filesystem::remove(file);
    LiveRaceData live;
    EXPECT_TRUE(live.snapshot(run).empty());
    run.begin("a", 0, 0, false, 0);
    EXPECT_TRUE(live.snapshot(run).at("a").rounds.empty());
    log->mark(0) = {.begin = 1000, .state = 2};
    storeSample(log->slots(0)[1], finished(1000, 1000, 2000));
    EXPECT_EQ(live.snapshot(run).at("a").finished, 1U);
    EXPECT_TRUE(live.snapshot(run).at("a").throughput().empty());
    storeSample(log->slots(0)[0], finished(1000, 1000, 3000));
    log->mark(0).state = 3;
    EXPECT_EQ(live.snapshot(run).at("a").throughput().size(), 1U);
    EXPECT_EQ(live.snapshot(run).at("a").finished, 2U);
    EXPECT_EQ(live.snapshot(run).at("a").service, (std::vector<std::int64_t>{1000, 2000}));
    run.discount("a", 0, 0);
    EXPECT_TRUE(live.snapshot(run).at("a").rounds.empty());
}

TEST(RaceDataTest, of_a_large_slice_that_runs_a_part_is_seen_and_all_of_it_once_it_is_over) {
    constexpr std::size_t tasks = 20'000;
    const std::filesystem::path file = "/dev/shm/race-data-large-" + std::to_string(::getpid());
    auto log = SampleLog::create(file, tasks, 1);
    ASSERT_TRUE(log && log->prepare(0));
    LiveRun run;
    run.addLog("a", file);
    std::filesystem::remove(file);
    run.begin("a", 0, 0, false, 0);
    log->mark(0) = {.begin = 1000, .state = 2};
    for (std::size_t i = 0; i < tasks; ++i) {
        const auto end = static_cast<std::int64_t>(2000 + i);
        storeSample(log->slots(0)[i], finished(1000, 1000, end));
    }
    LiveRaceData live;
    const ContenderData running = live.snapshot(run).at("a");
    EXPECT_LE(running.rounds[0].finishes.size(), 2'000U);
    EXPECT_GT(running.tasksPerFinish, 9);
    EXPECT_NEAR(static_cast<double>(running.finished), tasks, 20);
    log->mark(0).state = 3;
    EXPECT_EQ(live.snapshot(run).at("a").finished, tasks);
    EXPECT_NEAR(live.snapshot(run).at("a").rounds[0].seconds, 20.999e-6, 1e-12);
}

} // namespace
} // namespace troika::ui
