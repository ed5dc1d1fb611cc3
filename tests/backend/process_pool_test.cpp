// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend_rig.h"
#include "platform/process_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <set>
#include <thread>
#include <unistd.h>

namespace troika::test {
namespace {

/// The backends that keep worker processes.
class KeptWorkersTest : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Backends, KeptWorkersTest,
                         ::testing::Values("process.pool", "process.shared"),
                         [](const auto& parameter) {
                             return std::string(parameter.param).substr(8);
                         });

/// Two workers, of which one is killed in the middle of a slice of 200 tasks.
void expectReplaced(const Scenario& scenario) {
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    const auto workers = childrenOf(::getpid());
    ASSERT_GE(workers.size(), 2U);
    std::thread assassin([&] {
        while (rig.samples()[20].outcome == Outcome::Empty) std::this_thread::yield();
        ::kill(workers.front(), SIGKILL);
    });
    const auto ran = rig.runSlice(0);
    assassin.join();
    ASSERT_TRUE(ran) << ran.error().text.en;
    for (const Sample& sample : rig.samples()) EXPECT_EQ(sample.outcome, Outcome::Finished);
    const auto incidents = rig.backend().takeIncidents();
    ASSERT_EQ(incidents.size(), 1U);
    EXPECT_NE(incidents.front().en.find("signal 9"), std::string::npos) << incidents.front().en;
    EXPECT_TRUE(rig.backend().takeIncidents().empty());
    const auto account = rig.backend().account();
    ASSERT_TRUE(account);
    EXPECT_GT(account->cpuNs(), 0);
    ASSERT_TRUE(rig.runSlice(1)); // With the new one.
}

TEST_P(KeptWorkersTest, a_worker_killed_in_a_slice_is_replaced_and_its_tasks_repeated) {
    Scenario scenario = computation(GetParam(), 200, {{"workers", std::int64_t{2}}});
    scenario.workload.steps.front().settings.set("amount", std::int64_t{2'000}); // about 1 ms
    expectReplaced(scenario);
}

TEST_P(KeptWorkersTest, a_worker_killed_while_payloads_are_on_their_way_is_replaced) {
    Scenario scenario = carrying(GetParam(), 200, 1'000'000, 1'000'000);
    scenario.contenders.front().settings.set("workers", std::int64_t{2});
    expectReplaced(scenario);
}

TEST_P(KeptWorkersTest, a_worker_killed_while_nobody_works_is_replaced_too) {
    BackendRig rig(computation(GetParam(), 20, {{"workers", std::int64_t{2}}}));
    ASSERT_TRUE(rig.setUp());
    ::kill(childrenOf(::getpid()).front(), SIGKILL); // Before its first lead-in,
    for (const std::uint64_t round : {0, 1}) {
        const auto ran = rig.runSlice(round);
        ASSERT_TRUE(ran) << ran.error().text.en;
        for (const Sample& sample : rig.samples()) EXPECT_EQ(sample.outcome, Outcome::Finished);
        const auto incidents = rig.backend().takeIncidents();
        ASSERT_EQ(incidents.size(), 1U);
        EXPECT_NE(incidents.front().en.find("signal 9"), std::string::npos);
        ::kill(childrenOf(::getpid()).front(), SIGKILL); // and between two slices.
    }
    const auto account = rig.backend().account();
    ASSERT_TRUE(account) << account.error().text.en;
}

TEST_P(KeptWorkersTest, tasks_go_to_whoever_holds_fewest) {
    Scenario scenario = computation(GetParam(), 4, {{"workers", std::int64_t{4}}});
    scenario.contenders.front().settings.set(
        GetParam() == std::string("process.pool") ? "prefetch" : "batch", std::int64_t{8});
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    std::set<std::uint32_t> lanes;
    for (const Sample& sample : rig.samples()) lanes.insert(sample.lane);
    EXPECT_EQ(lanes.size(), 4U);
}

TEST_P(KeptWorkersTest, a_task_that_kills_two_workers_is_lost_and_the_others_are_done) {
    Scenario scenario = computation(GetParam(), 3, {{"workers", std::int64_t{1}}});
    scenario.workload.steps.front().settings.set("amount", std::int64_t{600'000}); // about 0.3 s
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    std::atomic<bool> over = false;
    std::thread assassin([&] {
        pid_t last = 0;
        for (int death = 0; death < 2 && !over; ++death) {
            pid_t victim = last; // Never 0: to kill(2) that is everybody in the group.
            // Once it works on a task for a while: that one is to blame.
            while (!over && (victim == last || processorTimeOf(victim) < 30'000'000)) {
                const auto workers = childrenOf(::getpid());
                victim = workers.empty() ? last : workers.back();
                std::this_thread::yield();
            }
            if (!over) ::kill(victim, SIGKILL);
            last = victim;
        }
    });
    const auto ran = rig.runSlice(0);
    over = true;
    assassin.join();
    ASSERT_TRUE(ran) << ran.error().text.en;
    const auto samples = rig.samples();
    EXPECT_EQ(std::count_if(samples.begin(), samples.end(),
                            [](const Sample& s) { return s.outcome == Outcome::Lost; }),
              1);
    for (const Sample& sample : samples) EXPECT_NE(sample.outcome, Outcome::Empty);
    const auto incidents = rig.backend().takeIncidents();
    ASSERT_EQ(incidents.size(), 1U);
    EXPECT_NE(incidents.front().en.find("lost: 1."), std::string::npos) << incidents.front().en;
}

TEST(ProcessPoolTest, leaves_no_process_behind) {
    const auto before = childrenOf(::getpid()).size();
    {
        BackendRig rig(computation("process.pool", 10, {{"workers", std::int64_t{3}}}));
        ASSERT_TRUE(rig.setUp());
        EXPECT_EQ(childrenOf(::getpid()).size(), before + 3);
    }
    EXPECT_EQ(childrenOf(::getpid()).size(), before);
}

TEST(ProcessPoolTest, its_account_includes_the_workers) {
    Scenario scenario = computation("process.pool", 50);
    scenario.workload.steps.front().settings.set("amount", std::int64_t{2'000});
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    const std::int64_t own = ownAccount().cpuNs();
    const auto before = rig.backend().account();
    ASSERT_TRUE(before && rig.runSlice(0));
    const auto after = rig.backend().account();
    ASSERT_TRUE(after);
    EXPECT_GT(after->cpuNs() - before->cpuNs(), 10'000'000);
    EXPECT_LT(ownAccount().cpuNs() - own, after->cpuNs() - before->cpuNs());
}

TEST(ProcessPoolTest, a_missing_worker_program_is_told) {
    StampClock clock;
    const Scenario scenario = computation("process.pool", 1);
    Work work(scenario.workload, {}, clock);
    const auto backend =
        backendKind("process.pool")
            ->make({scenario.contenders.front().settings, work, "/nowhere/troika-worker", "{}"});
    const auto ready = backend->setUp();
    ASSERT_FALSE(ready);
    EXPECT_NE(ready.error().text.en.find("/nowhere/troika-worker"), std::string::npos);
}

TEST(ProcessPoolTest, a_worker_that_does_not_understand_its_work_says_so) {
    StampClock clock;
    const Scenario scenario = computation("process.pool", 1);
    Work work(scenario.workload, {}, clock);
    const auto backend =
        backendKind("process.pool")
            ->make({scenario.contenders.front().settings, work,
                    std::filesystem::path(TROIKA_BIN) / "troika-worker", "{\"schema\":\"?\"}"});
    const auto ready = backend->setUp();
    ASSERT_FALSE(ready);
    EXPECT_EQ(ready.error().code, "trial-spec");
}

TEST(ProcessPoolTest, many_tasks_in_flight_are_all_answered) {
    BackendRig rig(computation("process.pool", 5'000, {{"prefetch", std::int64_t{256}}}));
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    for (const Sample& sample : rig.samples()) EXPECT_EQ(sample.outcome, Outcome::Finished);
}

} // namespace
} // namespace troika::test
