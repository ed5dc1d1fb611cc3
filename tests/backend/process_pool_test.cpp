// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend_rig.h"
#include "platform/process_tree.h"

#include <gtest/gtest.h>

#include <csignal>
#include <thread>
#include <unistd.h>

namespace troika::test {
namespace {

TEST(ProcessPoolTest, a_worker_killed_in_a_slice_fails_it_and_the_finished_samples_stay) {
    Scenario scenario = computation("process.pool", 400, {{"workers", std::int64_t{2}}});
    scenario.workload.steps.front().settings.set("amount", std::int64_t{2'000}); // about 1 ms
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    const auto workers = childrenOf(::getpid());
    ASSERT_GE(workers.size(), 2U);
    std::thread assassin([&] {
        while (rig.samples().empty() || rig.samples()[20].outcome == Outcome::Empty) {
            std::this_thread::yield();
        }
        ::kill(workers.front(), SIGKILL);
    });
    const auto ran = rig.runSlice(0);
    assassin.join();
    ASSERT_FALSE(ran);
    EXPECT_EQ(ran.error().code, "worker-killed");
    EXPECT_NE(ran.error().text.en.find("signal 9"), std::string::npos) << ran.error().text.en;
    EXPECT_EQ(rig.samples()[20].outcome, Outcome::Finished);
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
