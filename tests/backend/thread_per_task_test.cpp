// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend_rig.h"

#include <gtest/gtest.h>

#include <pthread.h>

namespace troika::test {
namespace {

/// While it lives, no thread can be started: none gets a stack of that size.
class NoMoreThreads {
public:
    NoMoreThreads() {
        pthread_attr_init(&m_before);
        pthread_getattr_default_np(&m_before);
        pthread_attr_t huge;
        pthread_attr_init(&huge);
        pthread_attr_setstacksize(&huge, std::size_t{1} << 50);
        pthread_setattr_default_np(&huge);
        pthread_attr_destroy(&huge);
    }
    NoMoreThreads(const NoMoreThreads&) = delete;
    NoMoreThreads& operator=(const NoMoreThreads&) = delete;
    ~NoMoreThreads() {
        pthread_setattr_default_np(&m_before);
        pthread_attr_destroy(&m_before);
    }

private:
    pthread_attr_t m_before{};
};

void expectTold(const Scenario& scenario) {
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    {
        const NoMoreThreads noMore;
        const auto ran = rig.runSlice(0);
        ASSERT_FALSE(ran);
        EXPECT_EQ(ran.error().code, "too-many-threads");
        EXPECT_NE(ran.error().text.en.find("ulimit"), std::string::npos) << ran.error().text.en;
    }
    EXPECT_TRUE(rig.runSlice(1));
}

TEST(ThreadPerTaskTest, threads_that_cannot_be_started_end_a_batch) {
    expectTold(computation("thread.per-task", 10));
}

TEST(ThreadPerTaskTest, threads_that_cannot_be_started_end_closed_arrivals_too) {
    Scenario scenario = computation("thread.per-task", 0);
    scenario.workload.arrivals = {"closed", {}};
    scenario.workload.arrivals.settings.set("in_flight", std::int64_t{3});
    scenario.workload.arrivals.settings.set("think", 0.0);
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{20});
    expectTold(scenario);
}

} // namespace
} // namespace troika::test
