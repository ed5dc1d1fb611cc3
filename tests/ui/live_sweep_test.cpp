// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live_sweep.h"

#include "ui/sweep_fixture.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

namespace troika::ui {
namespace {

class LiveSweepTest : public ::testing::Test {
protected:
    LiveSweepTest() {
        Scenario scenario = sweptScenario();
        scenario.sweep = {{.path = "backends[pool].workers", .values = {2, 4}}};
        m_sweep = LiveSweep(plannedTable(scenario, catalogue()));
        for (const std::size_t point : {0, 1}) {
            const std::filesystem::path file =
                "/dev/shm/live-sweep-" + std::to_string(::getpid()) + "-" + std::to_string(point);
            auto log = SampleLog::create(file, tasks, slices);
            for (std::uint64_t i = 0; i < slices; ++i) EXPECT_TRUE(log && log->prepare(i));
            m_logs.push_back(std::move(*log));
            m_run.addLog("pool", file, point);
            std::filesystem::remove(file);
        }
    }
    /// A slice in which every task takes a second, ten at once.
    void slice(std::size_t point, int round, bool over = true) {
        const auto place = static_cast<std::uint64_t>(round);
        m_run.begin("pool", round, 0, false, place, point);
        m_logs[point].mark(place) = {.begin = 1000, .state = 2};
        for (std::size_t i = 0; i < tasks; ++i) {
            storeSample(
                m_logs[point].slots(place)[i],
                {.due = 1000, .start = 1000, .end = 1'000'001'000, .outcome = Outcome::Finished});
        }
        if (over) m_logs[point].mark(place).state = 3;
    }
    const SweptPoint& at(std::size_t point) { return m_sweep.table()->points[point]; }

    static constexpr std::size_t tasks = 10;
    static constexpr std::uint64_t slices = 6;
    std::vector<SampleLog> m_logs;
    LiveRun m_run;
    LiveSweep m_sweep;
};

TEST_F(LiveSweepTest, without_a_sweep_there_is_nothing) {
    LiveSweep none;
    EXPECT_EQ(none.table(), nullptr);
    EXPECT_FALSE(none.look(m_run));
}

TEST_F(LiveSweepTest, tells_each_point_what_it_has_measured) {
    EXPECT_FALSE(m_sweep.look(m_run));
    slice(1, 0);
    const auto before = m_sweep.table();
    EXPECT_TRUE(m_sweep.look(m_run));
    EXPECT_TRUE(before->points[1].contenders.empty()) << "what was handed out stays as it was";
    EXPECT_TRUE(at(0).contenders.empty());
    EXPECT_NEAR(at(1).contenders.at("pool").throughput->value, 10, 1e-6);
    EXPECT_NEAR(at(1).contenders.at("pool").service[0]->value, 1, 1e-6);
    EXPECT_FALSE(m_sweep.look(m_run)) << "nothing is new";
}

TEST_F(LiveSweepTest, tells_how_sure_a_figure_is_once_there_are_slices_enough) {
    for (int round = 0; round < 6; ++round) {
        slice(0, round);
        EXPECT_TRUE(m_sweep.look(m_run));
        EXPECT_EQ(at(0).contenders.at("pool").throughput->interval.has_value(), round == 5);
        EXPECT_EQ(at(0).contenders.at("pool").service[0]->interval.has_value(), round >= 4);
    }
}

TEST_F(LiveSweepTest, a_slice_that_runs_is_not_told_yet) {
    slice(0, 0, false);
    EXPECT_FALSE(m_sweep.look(m_run));
    slice(1, 0); // Another has begun, so it is over.
    EXPECT_TRUE(m_sweep.look(m_run));
    EXPECT_EQ(at(0).contenders.at("pool").standing, Standing::Measured);
}

TEST_F(LiveSweepTest, forgets_what_does_not_count) {
    slice(0, 0);
    slice(0, 1);
    EXPECT_TRUE(m_sweep.look(m_run));
    m_run.discount("pool", 0, 0, 0);
    EXPECT_TRUE(m_sweep.look(m_run));
    EXPECT_EQ(at(0).contenders.at("pool").standing, Standing::Measured);
}

} // namespace
} // namespace troika::ui
