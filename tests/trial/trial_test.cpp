// SPDX-License-Identifier: GPL-3.0-or-later
// Trials from the supervisor's side, with real guards, runners and workers.
#include "trial/trial.h"

#include "backend/backend_rig.h"
#include "support/leftovers.h"

#include <gtest/gtest.h>

#include <csignal>
#include <random>
#include <stop_token>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class TrialTest : public ::testing::Test {
protected:
    ~TrialTest() override { removeFolder(m_folder); }

    Result<Trial> start(const Scenario& scenario, const PhaseLimits& limits = {}) {
        return Trial::start({.scenario = scenario,
                             .contender = scenario.contenders.front(),
                             .directory = m_folder / "trial",
                             .slices = 4},
                            limits);
    }
    /// A trial that has come as far as its first barrier.
    Result<Trial> ready(const Scenario& scenario, const PhaseLimits& limits = {}) {
        auto trial = start(scenario, limits);
        if (!trial) return trial;
        if (auto ready = trial->awaitReady(m_stop); !ready) return passOn(ready);
        return trial;
    }

    fs::path m_folder =
        fs::path("/dev/shm") / ("troika-test-" + std::to_string(::getpid()) + "-trial");
    std::stop_source m_source;
    StopSignal m_stop{m_source.get_token()};
};

Scenario slow(const std::string& backend) {
    Scenario scenario = computation(backend, 1'000);
    scenario.workload.steps.front().settings.set("amount", std::int64_t{5'000}); // about 3 ms
    return scenario;
}

std::vector<Outcome> outcomes(const Trial& trial, std::uint64_t slice) {
    std::vector<Outcome> all;
    for (SampleSlot& slot : trial.log().slots(slice)) all.push_back(loadSample(slot).outcome);
    return all;
}

TEST_F(TrialTest, walks_through_its_phases) {
    auto trial = ready(computation("thread.pool", 50));
    ASSERT_TRUE(trial) << trial.error().text.en;
    for (const std::uint64_t slice : {0, 1}) {
        ASSERT_TRUE(trial->leadIn({slice, slice}, m_stop));
        const auto done = trial->run(m_stop);
        ASSERT_TRUE(done) << done.error().text.en;
        EXPECT_GT(done->end, done->begin);
        EXPECT_GT(done->account.cpuNs(), 0);
        ASSERT_TRUE(trial->awaitSettled(m_stop));
        EXPECT_EQ(outcomes(*trial, slice), std::vector<Outcome>(50, Outcome::Finished));
        EXPECT_EQ(trial->log().mark(slice).state, 3U);
        EXPECT_EQ(trial->log().mark(slice).admitted, 50U);
    }
    EXPECT_GE(trial->peak().threads, 5);
    EXPECT_EQ(trial->peak().processes, 1);
    EXPECT_GT(trial->peak().anonymousBytes, 0);
    const auto seconds = trial->finish(m_stop);
    ASSERT_TRUE(seconds) << seconds.error().text.en;
    EXPECT_FALSE(fs::exists(m_folder / "trial"));
}

TEST_F(TrialTest, a_waiting_contender_uses_no_processor) {
    auto trial = ready(computation("thread.pool", 50));
    ASSERT_TRUE(trial && trial->leadIn({0, 0}, m_stop) && trial->run(m_stop) &&
                trial->awaitSettled(m_stop));
    const auto guard = childrenOf(::getpid());
    ASSERT_EQ(guard.size(), 1U);
    const auto processes = descendantsOf(guard.front());
    ASSERT_EQ(processes.size(), 1U);
#ifdef TROIKA_SANITIZED
    constexpr std::int64_t ownThread = 5'000'000; // The thread sanitizer's own.
#else
    constexpr std::int64_t ownThread = 0;
#endif
    const auto usedIn = [&](std::chrono::milliseconds time) {
        const std::int64_t before = processorTimeOf(processes.front());
        std::this_thread::sleep_for(time);
        return processorTimeOf(processes.front()) - before;
    };
    // On a busy machine its threads may still be on their way to sleep when it has settled.
    ASSERT_TRUE(within(10s, [&] { return usedIn(100ms) <= ownThread; }));
    EXPECT_LE(usedIn(500ms), ownThread);
}

TEST_F(TrialTest, a_runner_killed_in_a_slice_fails_with_the_reason_and_keeps_its_samples) {
    auto trial = ready(slow("serial"));
    ASSERT_TRUE(trial && trial->leadIn({0, 0}, m_stop));
    const auto processes = descendantsOf(childrenOf(::getpid()).front());
    std::thread assassin([&] {
        EXPECT_TRUE(within(std::chrono::seconds(5),
                           [&] { return outcomes(*trial, 0)[3] == Outcome::Finished; }));
        ::kill(processes.front(), SIGKILL);
    });
    const auto done = trial->run(m_stop);
    assassin.join();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "runner-killed");
    EXPECT_NE(done.error().text.en.find("signal 9"), std::string::npos) << done.error().text.en;
    EXPECT_EQ(outcomes(*trial, 0)[3], Outcome::Finished);
    EXPECT_EQ(outcomes(*trial, 0)[999], Outcome::Empty);
    EXPECT_FALSE(fs::exists(m_folder / "trial"));
}

TEST_F(TrialTest, a_runner_that_hangs_is_ended_as_stuck) {
    Scenario scenario = computation("fake", 10);
    scenario.contenders.front().settings.set("hang_in_slice", std::int64_t{1});
    scenario.workload.timeout = std::chrono::milliseconds(100);
    PhaseLimits limits;
    limits.stuck = std::chrono::milliseconds(200);
    auto trial = ready(scenario, limits);
    ASSERT_TRUE(trial && trial->leadIn({0, 0}, m_stop));
    const auto done = trial->run(m_stop);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "stuck");
    EXPECT_TRUE(childrenOf(::getpid()).empty());
}

TEST_F(TrialTest, a_task_that_works_longer_than_anybody_waits_is_not_stuck) {
    Scenario scenario = computation("serial", 1);
    scenario.workload.steps.front().settings.set("amount", std::int64_t{1'000'000}); // about 0.6 s
    scenario.workload.timeout = std::chrono::milliseconds(50);
    PhaseLimits limits;
    limits.stuck = std::chrono::milliseconds(100);
    auto trial = ready(scenario, limits);
    ASSERT_TRUE(trial && trial->leadIn({0, 0}, m_stop));
    const auto done = trial->run(m_stop);
    ASSERT_TRUE(done) << done.error().text.en;
    EXPECT_EQ(outcomes(*trial, 0).front(), Outcome::TimedOut);
}

TEST_F(TrialTest, a_failing_set_up_is_told_in_words) {
    Scenario scenario = computation("serial", 1);
    Step disk{"disk", {}};
    for (const Setting& setting : stepKind("disk")->declaration.settings) {
        if (setting.byDefault) disk.settings.set(setting.name, *setting.byDefault);
    }
    if (!disk.settings.has("operation")) disk.settings.set("operation", std::string("read"));
    disk.settings.set("file_size", 4e18);
    scenario.workload.steps = {disk};
    auto trial = Trial::start({.scenario = scenario,
                               .contender = scenario.contenders.front(),
                               .directory = m_folder / "trial",
                               .diskDirectory = m_folder / "disk",
                               .slices = 1});
    ASSERT_TRUE(trial);
    const auto ready = trial->awaitReady(m_stop);
    ASSERT_FALSE(ready);
    EXPECT_FALSE(ready.error().text.en.empty());
    EXPECT_FALSE(fs::exists(m_folder / "disk"));
}

/// Stopping at any moment, whatever the backend, leaves nothing behind.
class StoppedTrial : public TrialTest, public ::testing::WithParamInterface<std::string> {};
INSTANTIATE_TEST_SUITE_P(Registry, StoppedTrial, ::testing::ValuesIn(namesOfRealBackends()),
                         testNameOf);

#ifdef TROIKA_SANITIZED
constexpr int mostMilliseconds = 3'000;
#else
constexpr int mostMilliseconds = 300;
#endif

TEST_P(StoppedTrial, answers_at_once_and_leaves_nothing_behind_at_any_moment) {
    std::mt19937 random(1); // The same moments every time.
    for (int attempt = 0; attempt < 8; ++attempt) {
        std::vector<pid_t> processes;
        {
            std::stop_source source;
            const StopSignal stop(source.get_token());
            auto trial = start(slow(GetParam()));
            ASSERT_TRUE(trial);
            const auto delay = std::chrono::microseconds(random() % 40'000);
            std::chrono::steady_clock::time_point told;
            std::thread stopper([&] {
                std::this_thread::sleep_for(delay);
                processes = descendantsOf(::getpid());
                told = std::chrono::steady_clock::now();
                source.request_stop();
            });
            const bool ran = trial->awaitReady(stop) && trial->leadIn({0, 0}, stop) &&
                             trial->run(stop) && trial->awaitSettled(stop);
            stopper.join();
            EXPECT_FALSE(ran);
            const auto answer = std::chrono::steady_clock::now() - told;
            EXPECT_LT(answer / 1ms, mostMilliseconds) << "after " << delay / 1us << " us";
        }
        expectGone(processes, {m_folder / "trial"});
        EXPECT_TRUE(childrenOf(::getpid()).empty());
    }
}

} // namespace
} // namespace troika::test
