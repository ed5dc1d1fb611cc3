// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend_rig.h"
#include "platform/process_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>
#include <unistd.h>

namespace troika::test {
namespace {

TEST(ProcessPerTask, a_task_whose_process_is_killed_is_lost_and_the_others_are_done) {
    Scenario scenario = computation("process.per-task", 4, {{"at_once", std::int64_t{2}}});
    scenario.workload.steps.front().settings.set("amount", std::int64_t{600'000}); // about 0.3 s
    const auto before = childrenOf(::getpid()).size();
    {
        BackendRig rig(scenario);
        ASSERT_TRUE(rig.setUp());
        std::atomic<bool> over = false;
        std::thread assassin([&] {
            while (!over) {
                const auto workers = childrenOf(::getpid());
                // Once it works on its task; never 0: to kill(2) that is everybody in the group.
                if (!workers.empty() && processorTimeOf(workers.back()) > 30'000'000) {
                    ::kill(workers.back(), SIGKILL);
                    return;
                }
                std::this_thread::yield();
            }
        });
        const auto ran = rig.runSlice(0);
        over = true;
        assassin.join();
        ASSERT_TRUE(ran) << ran.error().text.en;
        const auto samples = rig.samples();
        ASSERT_EQ(samples.size(), 4U);
        const auto with = [&samples](Outcome outcome) {
            return std::ranges::count(samples, outcome, &Sample::outcome);
        };
        EXPECT_EQ(with(Outcome::Lost), 1);
        EXPECT_EQ(with(Outcome::Finished), 3);
        const auto incidents = rig.backend().takeIncidents();
        ASSERT_EQ(incidents.size(), 1U);
        EXPECT_NE(incidents.front().en.find("signal 9"), std::string::npos);
        EXPECT_NE(incidents.front().en.find("lost: 1."), std::string::npos);
    }
    EXPECT_EQ(childrenOf(::getpid()).size(), before);
}

} // namespace
} // namespace troika::test
