// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs, mostly with the fake backend, whose samples are exact and take no time.
#include "backend/backend_rig.h"
#include "platform/stamp_clock.h"
#include "support/leftovers.h"

#include <gtest/gtest.h>

#include <set>
#include <troika/run/run.h>
#include <unistd.h>

namespace troika::test {
namespace {

Contender fake(const std::string& label, double service, std::int64_t lanes = 1) {
    Contender contender = computation("fake", 1).contenders.front();
    contender.label = label;
    contender.title = {label, label};
    contender.settings.set("service", service);
    contender.settings.set("lanes", lanes);
    return contender;
}

Scenario fakeRace() {
    Scenario scenario = computation("fake", 40);
    scenario.contenders = {fake("slow", 2e-3), fake("fast", 1e-3), fake("two", 1e-3, 2)};
    scenario.baseline = "slow";
    scenario.rounds = 6;
    scenario.warmUpRounds = 2;
    return scenario;
}

StoredRun run(const Scenario& scenario, const RunOptions& options = {}, std::stop_token stop = {}) {
    auto stored = runScenario(scenario, options, {}, stop);
    EXPECT_TRUE(stored) << stored.error().text.en;
    return stored ? std::move(*stored) : StoredRun{};
}

const Comparison* find(const PointResult& point, const std::string& of, const std::string& to,
                       const std::string& measure) {
    for (const Comparison& comparison : point.comparisons) {
        if (comparison.of == of && comparison.to == to && comparison.measure == measure) {
            return &comparison;
        }
    }
    return nullptr;
}

TEST(RunTest, a_fake_race_gives_exact_figures) {
    const StoredRun stored = run(fakeRace());
    EXPECT_EQ(stored.result.status, RunStatus::Finished);
    const PointResult& point = stored.result.points.at(0);
    const ContenderResult& slow = *point.contender("slow");
    const ContenderResult& two = *point.contender("two");
    EXPECT_EQ(slow.tasks.finished, 6U * 40U);
    EXPECT_NEAR(*slow.throughput.median, 500, 1e-6);
    EXPECT_NEAR(*point.contender("fast")->throughput.median, 1'000, 1e-6);
    EXPECT_NEAR(*two.throughput.median, 2'000, 1e-6);
    EXPECT_NEAR(*slow.service.p50, 2e-3, 1e-12);
    EXPECT_NEAR(*slow.latency.max, 40 * 2e-3, 1e-12);
    EXPECT_NEAR(slow.usage.cpuUserSeconds, 6 * 40 * 2e-3, 1e-9);
    EXPECT_EQ(slow.digest, two.digest);
    EXPECT_FALSE(slow.digest.empty());
    EXPECT_TRUE(slow.usage.startUpSeconds);
    EXPECT_TRUE(slow.usage.shutDownSeconds);
    const Comparison* comparison = find(point, "two", "slow", "throughput");
    ASSERT_NE(comparison, nullptr);
    EXPECT_NEAR(*comparison->ratio, 4, 1e-9);
    EXPECT_EQ(comparison->verdict, Verdict::Ahead);
}

TEST(RunTest, rounds_are_shuffled_from_the_seed_and_warm_up_does_not_count) {
    const StoredRun first = run(fakeRace());
    const StoredRun second = run(fakeRace());
    std::set<int> places;
    const auto& contenders = first.result.points.at(0).contenders;
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        const auto& slices = contenders[i].slices;
        ASSERT_GE(slices.size(), 6U);
        for (std::size_t k = 0; k < 6; ++k) {
            EXPECT_EQ(slices[k].order, second.result.points.at(0).contenders[i].slices[k].order);
            if (i == 0) places.insert(slices[k].order);
        }
        EXPECT_EQ(first.samples.at(0).contenders.at(i).slices.size(), slices.size() + 2);
    }
    EXPECT_GT(places.size(), 1U) << "never changed places";
}

TEST(RunTest, a_trial_that_dies_is_failed_and_the_others_go_on) {
    Scenario scenario = fakeRace();
    scenario.contenders[1].settings.set("die_in_slice", std::int64_t{5});
    const StoredRun stored = run(scenario);
    EXPECT_EQ(stored.result.status, RunStatus::Failed);
    const PointResult& point = stored.result.points.at(0);
    const ContenderResult& dead = *point.contender("fast");
    EXPECT_EQ(dead.status, TrialStatus::Failed);
    ASSERT_TRUE(dead.reason);
    EXPECT_EQ(dead.reason->code, "runner-killed");
    EXPECT_EQ(dead.tasks.finished, 2U * 40U) << "two rounds were whole";
    const auto& slices = stored.samples.at(0).contenders.at(1).slices;
    EXPECT_EQ(slices.back().samples.at(0).outcome, Outcome::Finished) << "half a slice is kept";
    EXPECT_EQ(slices.back().samples.at(39).outcome, Outcome::Empty);
    EXPECT_EQ(point.contender("slow")->tasks.finished, 6U * 40U);
    EXPECT_EQ(find(point, "fast", "slow", "throughput"), nullptr);
}

TEST(RunTest, unequal_work_fails_loudly) {
    Scenario scenario = fakeRace();
    scenario.contenders[2].settings.set("digest", std::int64_t{1});
    const StoredRun stored = run(scenario);
    EXPECT_EQ(stored.result.status, RunStatus::Failed);
    const ContenderResult& cheat = *stored.result.points.at(0).contender("two");
    ASSERT_TRUE(cheat.reason);
    EXPECT_EQ(cheat.reason->code, "digest-mismatch");
}

TEST(RunTest, tasks_that_fail_are_counted_and_doubted) {
    Scenario scenario = fakeRace();
    scenario.contenders[0].settings.set("fail_every", std::int64_t{4});
    const StoredRun stored = run(scenario);
    const PointResult& point = stored.result.points.at(0);
    EXPECT_EQ(point.contender("slow")->tasks.failed, 6U * 10U);
    EXPECT_EQ(point.contender("slow")->status, TrialStatus::Finished);
    bool doubted = false;
    for (const Doubt& doubt : point.doubts) doubted |= doubt.kind == "failed-tasks";
    EXPECT_TRUE(doubted);
}

TEST(RunTest, most_tasks_failing_fails_the_trial) {
    Scenario scenario = fakeRace();
    scenario.contenders[0].settings.set("fail_every", std::int64_t{1});
    const StoredRun stored = run(scenario);
    const ContenderResult& broken = *stored.result.points.at(0).contender("slow");
    ASSERT_TRUE(broken.reason);
    EXPECT_EQ(broken.reason->code, "tasks-failed");
    EXPECT_EQ(stored.result.points.at(0).contender("fast")->status, TrialStatus::Finished);
}

TEST(RunTest, a_stop_ends_work_at_once_and_keeps_what_was_measured) {
    Scenario scenario = fakeRace();
    scenario.contenders[2].settings.set("hang_in_slice", std::int64_t{5}); // The third round.
    std::stop_source source;
    std::int64_t stoppedAt = 0;
    std::thread user([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        stoppedAt = monotonicNow();
        source.request_stop();
    });
    const StoredRun stored = run(scenario, {}, source.get_token());
    const std::int64_t ended = monotonicNow();
    user.join();
    EXPECT_LT(ended - stoppedAt, 300'000'000);
    EXPECT_EQ(stored.result.status, RunStatus::Cancelled);
    EXPECT_EQ(stored.result.points.at(0).contender("two")->tasks.finished, 2U * 40U);
    EXPECT_TRUE(childrenOf(::getpid()).empty());
}

TEST(RunTest, time_can_be_limited_but_one_round_is_run) {
    RunOptions options;
    options.maxTime = std::chrono::nanoseconds(1);
    const StoredRun stored = run(fakeRace(), options);
    EXPECT_EQ(stored.result.points.at(0).contender("slow")->tasks.finished, 40U);
    bool doubted = false;
    for (const Doubt& doubt : stored.result.points.at(0).doubts) {
        doubted |= doubt.kind == "fewer-rounds";
    }
    EXPECT_TRUE(doubted);
}

TEST(RunTest, progress_ends_at_everything) {
    std::vector<Progress> told;
    const auto stored = runScenario(
        fakeRace(), {}, [&](const Progress& progress) { told.push_back(progress); }, {});
    ASSERT_TRUE(stored);
    ASSERT_GE(told.size(), 8U * 3U);
    double before = 0;
    for (const Progress& progress : told) {
        EXPECT_GE(progress.done, 0);
        EXPECT_LE(progress.done, 1);
        before = progress.done;
    }
    EXPECT_EQ(before, 1);
    EXPECT_EQ(told.front().phase, Progress::Phase::SettingUp);
    EXPECT_EQ(told.back().phase, Progress::Phase::Finishing);
}

TEST(RunTest, leaves_nothing_behind) {
    run(fakeRace());
    EXPECT_TRUE(childrenOf(::getpid()).empty());
    const std::string mine = "troika-" + std::to_string(::getpid()) + "-";
    for (const auto& entry : std::filesystem::directory_iterator("/dev/shm")) {
        EXPECT_NE(entry.path().filename().string().rfind(mine, 0), 0U) << entry.path();
    }
}

TEST(RunTest, real_backends_do_equal_downloads) {
    Scenario scenario = downloads("serial", 24, 0.1);
    for (const char* name : {"thread.pool", "process.pool", "async.loop"}) {
        scenario.contenders.push_back(downloads(name, 24, 0.1).contenders.front());
    }
    scenario.rounds = 3;
    scenario.warmUpRounds = 1;
    const StoredRun stored = run(scenario);
    const PointResult& point = stored.result.points.at(0);
    EXPECT_EQ(stored.result.status, RunStatus::Finished);
    for (const ContenderResult& contender : point.contenders) {
        EXPECT_EQ(contender.status, TrialStatus::Finished) << contender.label;
        EXPECT_EQ(contender.digest, point.contenders.front().digest) << contender.label;
        EXPECT_GT(contender.tasks.failed, 0U);
        EXPECT_GT(contender.usage.peakMemoryBytes, 0);
    }
    EXPECT_EQ(point.contender("process.pool")->usage.processes, 5);
    EXPECT_GE(point.contender("thread.pool")->usage.threads, 5);
}

} // namespace
} // namespace troika::test
