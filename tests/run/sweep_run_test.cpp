// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs of sweeps, mostly with the fake backend, whose samples are exact and take no time.
#include "backend/backend_rig.h"
#include "platform/stamp_clock.h"
#include "support/leftovers.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>
#include <troika/backend/catalogue.h>
#include <troika/result/export.h>
#include <troika/result/file.h>
#include <troika/run/run.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

Sweep listOf(const std::string& path, std::vector<double> values, Unit unit = Unit::None) {
    Sweep sweep;
    sweep.path = path;
    sweep.unit = unit;
    sweep.values = std::move(values);
    return sweep;
}

Contender fake(const std::string& label, double service) {
    Contender contender = computation("fake", 1).contenders.front();
    contender.label = label;
    contender.title = {label, label};
    contender.settings.set("service", service);
    return contender;
}

/// A fixed contender of 1,000 tasks a second, and one with 500 a lane, on 1, 2 and 4 lanes.
Scenario fakeSweep() {
    Scenario scenario = computation("fake", 40);
    scenario.contenders = {fake("fixed", 1e-3), fake("lanes", 2e-3)};
    scenario.baseline = "fixed";
    scenario.rounds = 5;
    scenario.warmUpRounds = 1;
    scenario.sweep = {listOf("backends[lanes].lanes", {1, 2, 4})};
    return scenario;
}

StoredRun run(const Scenario& scenario, const RunOptions& options = {}, std::stop_token stop = {},
              const ProgressListener& listener = {}) {
    auto stored = runScenario(scenario, options, listener, stop);
    EXPECT_TRUE(stored) << stored.error().text.en;
    return stored ? std::move(*stored) : StoredRun{};
}

/// So few descriptors that each point races in a block of its own.
MachineLimits roomForOnePoint() {
    MachineLimits limits;
    limits.descriptors = 64 + 3 * 8; // Three trials: one is the anchor.
    return limits;
}

const Doubt* doubtIn(const std::vector<Doubt>& doubts, const std::string& kind) {
    for (const Doubt& doubt : doubts) {
        if (doubt.kind == kind) return &doubt;
    }
    return nullptr;
}

TEST(SweepRun, every_point_has_exact_figures_and_comparisons_of_its_own) {
    const StoredRun stored = run(fakeSweep());
    EXPECT_EQ(stored.result.status, RunStatus::Finished);
    ASSERT_EQ(stored.result.points.size(), 3U);
    ASSERT_EQ(stored.samples.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const PointResult& point = stored.result.points[i];
        const double lanes = std::vector<double>{1, 2, 4}[i];
        EXPECT_EQ(point.parameters.at("backends[lanes].lanes"), lanes);
        EXPECT_NEAR(*point.contender("fixed")->throughput.median, 1'000, 1e-6);
        EXPECT_NEAR(*point.contender("lanes")->throughput.median, 500 * lanes, 1e-6);
        EXPECT_EQ(point.contender("lanes")->tasks.finished, 5U * 40U);
        EXPECT_EQ(point.contender("lanes")->digest, point.contender("fixed")->digest);
        bool compared = false;
        for (const Comparison& one : point.comparisons) {
            if (one.measure != "throughput" || one.of != "lanes") continue;
            EXPECT_NEAR(*one.ratio, lanes / 2, 1e-9);
            compared = true;
        }
        EXPECT_TRUE(compared || lanes == 1);
        EXPECT_EQ(stored.samples[i].contenders.at(1).slices.size(), 6U);
    }
    EXPECT_EQ(doubtIn(stored.result.doubts, "sweep-in-blocks"), nullptr);
}

TEST(SweepRun, points_take_turns_like_contenders) {
    std::vector<std::pair<std::size_t, std::string>> turns;
    LiveRun live;
    const StoredRun stored = run(fakeSweep(), {.live = &live});
    const auto slices = live.slices();
    ASSERT_GE(slices.size(), 36U);
    std::map<int, std::set<std::pair<std::size_t, std::string>>> rounds;
    std::vector<std::size_t> points;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (slices[i].attempt == 0 && !slices[i].warmUp) {
            EXPECT_TRUE(
                rounds[slices[i].round].emplace(slices[i].point, slices[i].contender).second);
        }
        if (i < 36) points.push_back(slices[i].point);
    }
    for (const auto& [round, all] : rounds) EXPECT_EQ(all.size(), 6U) << round;
    std::size_t changes = 0;
    for (std::size_t i = 1; i < points.size(); ++i) changes += points[i] != points[i - 1] ? 1 : 0;
    EXPECT_GT(changes, 10U) << "points ran one after another";
}

TEST(SweepRun, a_grid_has_a_point_a_combination) {
    Scenario scenario = fakeSweep();
    scenario.rounds = 2;
    scenario.sweep = {listOf("backends[lanes].lanes", {1, 2}),
                      listOf("backends[*].service", {1e-3, 4e-3}, Unit::Seconds)};
    const StoredRun stored = run(scenario);
    ASSERT_EQ(stored.result.points.size(), 4U);
    const PointResult& last = stored.result.points.back();
    EXPECT_EQ(last.parameters.dump(),
              R"({"backends[lanes].lanes":2,"backends[*].service":"4 ms"})");
    EXPECT_NEAR(*last.contender("lanes")->throughput.median, 500, 1e-6);
    EXPECT_NEAR(*last.contender("fixed")->throughput.median, 250, 1e-6);
}

TEST(SweepRun, rounds_and_warm_up_may_differ_between_points) {
    Scenario scenario = fakeSweep();
    scenario.sweep = {listOf("rounds", {2, 6}), listOf("warm_up.rounds", {0, 2})};
    const StoredRun stored = run(scenario);
    ASSERT_EQ(stored.result.points.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& fixed = *stored.result.points[i].contender("fixed");
        EXPECT_EQ(fixed.tasks.finished, (i < 2 ? 2U : 6U) * 40U) << i;
        std::size_t warm = 0;
        for (const SliceSamples& slice : stored.samples[i].contenders[0].slices) {
            warm += slice.warmUp ? 1 : 0;
        }
        EXPECT_EQ(warm, i % 2 == 0 ? 0U : 2U) << i;
    }
}

TEST(SweepRun, in_blocks_the_baseline_runs_in_each_and_the_result_says_so) {
    LiveRun live;
    const StoredRun stored = run(fakeSweep(), {.limits = roomForOnePoint(), .live = &live});
    ASSERT_EQ(stored.result.points.size(), 3U);
    for (const PointResult& point : stored.result.points) {
        EXPECT_EQ(point.contender("fixed")->tasks.finished, 5U * 40U);
        std::size_t counted = 0;
        for (const SliceFigures& slice : point.contender("fixed")->slices) {
            counted += slice.counted ? 1 : 0;
        }
        EXPECT_EQ(counted, 5U) << "the anchor is nobody's point";
    }
    const Doubt* doubt = doubtIn(stored.result.doubts, "sweep-in-blocks");
    ASSERT_NE(doubt, nullptr);
    EXPECT_NE(doubt->evidence.en.find("1000, 1000, 1000 tasks a second, 0 % apart"),
              std::string::npos)
        << doubt->evidence.en;
    std::size_t before = 0;
    for (const LiveSlice& slice : live.slices()) {
        EXPECT_GE(slice.point, before) << "block by block";
        before = slice.point;
    }
    EXPECT_TRUE(childrenOf(::getpid()).empty());
}

TEST(SweepRun, a_trial_that_dies_fails_at_its_point_alone) {
    Scenario scenario = fakeSweep();
    scenario.sweep = {listOf("backends[lanes].die_in_slice", {0, 3})};
    const StoredRun stored = run(scenario);
    EXPECT_EQ(stored.result.status, RunStatus::Failed);
    EXPECT_EQ(stored.result.points.at(0).contender("lanes")->status, TrialStatus::Finished);
    EXPECT_EQ(stored.result.points.at(1).contender("lanes")->status, TrialStatus::Failed);
    EXPECT_EQ(stored.result.points.at(1).contender("fixed")->tasks.finished, 5U * 40U);
}

TEST(SweepRun, a_stop_keeps_what_was_measured_and_names_every_point) {
    for (const bool inBlocks : {false, true}) {
        std::stop_source source;
        RunOptions options;
        if (inBlocks) options.limits = roomForOnePoint();
        const StoredRun stored =
            run(fakeSweep(), options, source.get_token(), [&](const Progress& progress) {
                if (progress.phase == Progress::Phase::Racing && progress.round == 3) {
                    source.request_stop();
                }
            });
        EXPECT_EQ(stored.result.status, RunStatus::Cancelled);
        ASSERT_EQ(stored.result.points.size(), 3U);
        EXPECT_EQ(stored.result.points[0].contender("fixed")->tasks.finished, 2U * 40U);
        const PointResult& last = stored.result.points[2];
        EXPECT_EQ(last.contender("fixed")->status, TrialStatus::Cancelled);
        EXPECT_EQ(last.contender("fixed")->tasks.finished, inBlocks ? 0U : 2U * 40U);
        EXPECT_TRUE(childrenOf(::getpid()).empty());
    }
}

TEST(SweepRun, time_can_be_limited_but_every_point_gets_a_round) {
    for (const bool inBlocks : {false, true}) {
        RunOptions options;
        options.maxTime = std::chrono::nanoseconds(1);
        if (inBlocks) options.limits = roomForOnePoint();
        const StoredRun stored = run(fakeSweep(), options);
        for (const PointResult& point : stored.result.points) {
            EXPECT_EQ(point.contender("lanes")->tasks.finished, 40U);
            EXPECT_NE(doubtIn(point.doubts, "fewer-rounds"), nullptr);
        }
    }
}

TEST(SweepRun, progress_tells_the_point_and_ends_at_everything) {
    for (const bool inBlocks : {false, true}) {
        RunOptions options;
        if (inBlocks) options.limits = roomForOnePoint();
        std::set<std::size_t> points;
        double before = 0;
        run(fakeSweep(), options, {}, [&](const Progress& progress) {
            EXPECT_EQ(progress.points, 3U);
            EXPECT_LE(progress.done, 1);
            points.insert(progress.point);
            before = progress.done;
        });
        EXPECT_EQ(points.size(), 3U);
        EXPECT_EQ(before, 1);
    }
}

TEST(SweepRun, a_result_is_written_read_and_run_again) {
    const StoredRun stored = run(fakeSweep());
    const fs::path file =
        fs::temp_directory_path() / ("sweep-" + std::to_string(::getpid()) + ".troika");
    ASSERT_TRUE(writeResult(file, stored, catalogue()));
    const auto read = readResult(file, catalogue());
    fs::remove(file);
    ASSERT_TRUE(read) << read.error().text.en;
    EXPECT_EQ(*read, stored);
    const StoredRun again = run(read->result.scenario);
    ASSERT_EQ(again.result.points.size(), stored.result.points.size());
    for (std::size_t i = 0; i < again.result.points.size(); ++i) {
        EXPECT_EQ(again.result.points[i].parameters, stored.result.points[i].parameters);
        EXPECT_EQ(again.result.points[i].contender("lanes")->digest,
                  stored.result.points[i].contender("lanes")->digest);
    }
    const std::string csv = summaryCsv(stored.result);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 3 * 2);
    EXPECT_EQ(csv.rfind("point,backends[lanes].lanes,label,", 0), 0U);
    EXPECT_NE(csv.find("\r\n2,4,lanes,fake,finished"), std::string::npos) << csv;
    EXPECT_NE(samplesCsv(stored.samples).find("\r\n2,lanes,4,0,39,"), std::string::npos);
}

TEST(SweepRun, real_downloads_over_one_origin) {
    Scenario scenario = downloads("serial", 12, 0);
    scenario.contenders.push_back(downloads("thread.pool", 12, 0).contenders.front());
    scenario.rounds = 2;
    scenario.warmUpRounds = 1;
    scenario.sweep = {listOf("backends[thread.pool].workers", {1, 4}),
                      listOf("workload.steps.0.size", {1024, 4096}, Unit::Bytes)};
    const StoredRun stored = run(scenario);
    EXPECT_EQ(stored.result.status, RunStatus::Finished);
    ASSERT_EQ(stored.result.points.size(), 4U);
    for (const PointResult& point : stored.result.points) {
        for (const ContenderResult& contender : point.contenders) {
            EXPECT_EQ(contender.tasks.finished, 24U) << point.parameters.dump();
            EXPECT_EQ(contender.digest, point.contenders.front().digest);
        }
    }
    EXPECT_NE(stored.result.points[0].contenders[0].digest,
              stored.result.points[1].contenders[0].digest);
    EXPECT_EQ(stored.result.points[0].contenders[0].digest,
              stored.result.points[2].contenders[0].digest);
    EXPECT_TRUE(childrenOf(::getpid()).empty());
}

} // namespace
} // namespace troika::test
