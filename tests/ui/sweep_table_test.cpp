// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_table.h"

#include "ui/sweep_fixture.h"

#include <gtest/gtest.h>

namespace troika::ui {
namespace {

SweepAxis axisOf(std::vector<double> values) { return {.values = std::move(values)}; }

TEST(SweepAxisTest, grows_by_factors_where_values_lie_more_evenly_so) {
    EXPECT_TRUE(growsByFactors(axisOf({1, 2, 4, 8})));
    EXPECT_TRUE(growsByFactors(axisOf({0.001, 0.01, 0.1})));
    EXPECT_FALSE(growsByFactors(axisOf({10, 20, 30})));
    EXPECT_FALSE(growsByFactors(axisOf({1, 100})));
    EXPECT_FALSE(growsByFactors(axisOf({0, 1, 10})));
    EXPECT_FALSE(growsByFactors(axisOf({5})));
    EXPECT_FALSE(growsByFactors(axisOf({})));
}

TEST(SweepTableTest, a_race_without_a_sweep_has_none) {
    EXPECT_TRUE(sweepTable({}, catalogue()).empty());
    StoredRun run = sweptRun();
    run.result.points.resize(1);
    run.result.points[0].parameters = Json::object();
    EXPECT_TRUE(sweepTable(run.result, catalogue()).empty());
}

TEST(SweepTableTest, knows_its_axis_by_the_declaration) {
    const SweepTable table = sweepTable(sweptRun().result, catalogue());
    ASSERT_EQ(table.axes.size(), 1U);
    EXPECT_EQ(table.axes[0].values, (std::vector<double>{1, 2, 4, 8}));
    EXPECT_NE(table.axes[0].title.en, table.axes[0].path);
    EXPECT_EQ(table.axes[0].owner.en, "pool");
    EXPECT_EQ(table.placeOf({4}), 2U);
    EXPECT_EQ(table.placeOf({3}), std::nullopt);
}

TEST(SweepTableTest, a_field_of_all_contenders_is_nobodys_alone) {
    StoredRun run = sweptRun();
    for (PointResult& point : run.result.points) {
        point.parameters = {{"backends[*].workers", point.parameters.front()}};
    }
    const SweepTable table = sweepTable(run.result, catalogue());
    ASSERT_EQ(table.axes.size(), 1U);
    EXPECT_EQ(table.axes[0].owner.en, "all");
    EXPECT_NE(table.axes[0].title.en, table.axes[0].path);
}

TEST(SweepTableTest, what_nothing_declares_is_called_by_its_path) {
    StoredRun run = sweptRun();
    for (PointResult& point : run.result.points) {
        point.parameters = {{"of.a.newer.troika", point.parameters.front()}};
    }
    EXPECT_EQ(sweepTable(run.result, catalogue()).axes[0].title.en, "of.a.newer.troika");
}

TEST(SweepTableTest, quantities_are_read_and_other_parameters_refused) {
    const SweepTable grid = sweepTable(sweptGrid().result, catalogue());
    ASSERT_EQ(grid.axes.size(), 2U);
    EXPECT_EQ(grid.axes[1].values, (std::vector<double>{10, 20}));
    EXPECT_EQ(grid.placeOf({2, 10}), 2U);
    StoredRun run = sweptRun();
    run.result.points[1].parameters = {{"backends[pool].workers", "many"}};
    EXPECT_TRUE(sweepTable(run.result, catalogue()).empty());
}

TEST(SweepTableTest, tells_figures_of_one_task_and_why_there_are_none) {
    const SweepTable table = sweepTable(sweptRun().result, catalogue());
    const SweptFigures& serial = table.points[0].contenders.at("serial");
    EXPECT_EQ(serial.standing, Standing::Measured);
    EXPECT_EQ(serial.cpuOfTask->value, 0.02);
    EXPECT_EQ(serial.switchesOfTask->value, 3);
    EXPECT_EQ(serial.memory->value, 1 << 20);
    const SweptFigures& failed = table.points[2].contenders.at("pool");
    EXPECT_EQ(failed.standing, Standing::Failed);
    EXPECT_EQ(failed.reason.en, "It was killed.");
    EXPECT_EQ(failed.throughput, std::nullopt);
    EXPECT_EQ(table.points[3].contenders.at("loop").standing, Standing::Unavailable);
    StoredRun stopped = sweptRun();
    stopped.result.points[0].contenders[0].tasks.finished = 0;
    EXPECT_EQ(sweepTable(stopped.result, catalogue()).points[0].contenders.at("serial").standing,
              Standing::Missing);
}

TEST(SweepTableTest, what_is_planned_has_points_and_no_figures) {
    Scenario scenario = sweptScenario();
    EXPECT_TRUE(plannedTable(scenario, catalogue()).empty());
    scenario.sweep = {{.path = "backends[pool].workers", .values = {2, 4}}};
    const SweepTable table = plannedTable(scenario, catalogue());
    ASSERT_EQ(table.points.size(), 2U);
    EXPECT_EQ(table.points[1].at, (std::vector<double>{4}));
    EXPECT_TRUE(table.points[1].contenders.empty());
}

} // namespace
} // namespace troika::ui
