// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_curves.h"

#include "ui/sweep_fixture.h"

#include <gtest/gtest.h>

namespace troika::ui {
namespace {

SweepTable line() { return sweepTable(sweptRun().result, catalogue()); }
SweepTable grid() { return sweepTable(sweptGrid().result, catalogue()); }

TEST(SweepCurvesTest, every_measure_has_a_figure_of_its_own) {
    const SweptFigures figures = line().points[0].contenders.at("serial");
    EXPECT_EQ(figureOf(figures, Measure::Throughput, true)->value, 10);
    EXPECT_EQ(figureOf(figures, Measure::P50, true)->value, 0.2);
    EXPECT_EQ(figureOf(figures, Measure::P90, true)->value, 1.5 * 0.2);
    EXPECT_EQ(figureOf(figures, Measure::P99, false)->value, 4);
    EXPECT_EQ(figureOf(figures, Measure::Cpu, true)->value, 0.02);
    EXPECT_EQ(figureOf(figures, Measure::Memory, true)->value, 1 << 20);
    EXPECT_EQ(figureOf(figures, Measure::Switches, true)->value, 3);
    EXPECT_EQ(figureOf({}, Measure::Throughput, true), std::nullopt);
}

TEST(SweepCurvesTest, a_point_without_a_figure_is_a_gap) {
    const auto curves = sweepCurves(line(), Measure::Throughput, true, 0);
    ASSERT_EQ(curves.at("pool").size(), 2U);
    EXPECT_EQ(curves.at("pool")[0].size(), 2U);
    EXPECT_EQ(curves.at("pool")[1],
              (std::vector<SweepPlace>{{8, 64, Interval{0.9 * 64, 1.1 * 64}, 3}}));
    ASSERT_EQ(curves.at("loop").size(), 1U);
    EXPECT_EQ(curves.at("loop")[0].size(), 3U);
}

TEST(SweepCurvesTest, the_highest_percentile_that_can_be_told_is_known) {
    EXPECT_EQ(highestPercentile(line()), Measure::P99);
    EXPECT_EQ(highestPercentile({}), Measure::P99);
    SweepTable few = line();
    for (SweptPoint& point : few.points) {
        for (auto& [label, figures] : point.contenders) figures.service[2].reset();
    }
    EXPECT_EQ(highestPercentile(few), Measure::P90);
}

TEST(SweepCurvesTest, all_but_a_trials_peak_of_memory_has_intervals) {
    for (const Measure measure : allMeasures) {
        const SweepPlace place = sweepCurves(line(), measure, true, 0).at("serial")[0][0];
        if (measure == Measure::Memory) {
            EXPECT_EQ(place.interval, std::nullopt);
        } else {
            EXPECT_EQ(place.interval, around(place.y));
        }
    }
}

TEST(SweepCurvesTest, of_a_grid_the_chosen_points_row_is_drawn) {
    const auto first = sweepCurves(grid(), Measure::Throughput, true, 0);
    ASSERT_EQ(first.at("pool").size(), 1U);
    EXPECT_EQ(first.at("pool")[0][1].place, 2U);
    const auto second = sweepCurves(grid(), Measure::Throughput, true, 1);
    EXPECT_EQ(second.at("pool")[0][0].place, 1U);
    EXPECT_EQ(second.at("pool")[0].size(), 1U) << "everybody failed at the other";
}

TEST(SweepCurvesTest, nothing_swept_has_no_curves_and_no_cells) {
    EXPECT_TRUE(sweepCurves({}, Measure::Throughput, true, 0).empty());
    EXPECT_TRUE(winnersMap({}, Measure::Throughput, {}).empty());
}

TEST(WinnersMapTest, a_winner_is_clear_where_the_engine_says_so) {
    const auto cells = winnersMap(line(), Measure::Throughput, {});
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells[0], (MapCell{.place = 0,
                                 .column = 0,
                                 .row = 0,
                                 .state = MapCell::State::Unclear,
                                 .winner = "loop",
                                 .second = "serial",
                                 .ratio = 1.2}));
    EXPECT_EQ(cells[1].winner, "pool");
    EXPECT_EQ(cells[1].state, MapCell::State::Clear);
    EXPECT_EQ(cells[3].second, "serial");
}

TEST(WinnersMapTest, a_verdict_counts_whichever_way_round_it_was_given) {
    StoredRun run = sweptRun();
    run.result.points[1].comparisons = {compared("loop", "pool", 0.75, Verdict::Behind)};
    const SweepTable table = sweepTable(run.result, catalogue());
    EXPECT_EQ(winnersMap(table, Measure::Throughput, {})[1].state, MapCell::State::Clear);
    run.result.points[1].comparisons.clear();
    const SweepTable without = sweepTable(run.result, catalogue());
    EXPECT_EQ(winnersMap(without, Measure::Throughput, {})[1].state, MapCell::State::Unclear);
}

TEST(WinnersMapTest, of_times_and_costs_the_least_wins) {
    const auto cells = winnersMap(line(), Measure::P99, {});
    EXPECT_EQ(cells[0].winner, "loop");
    EXPECT_EQ(cells[0].state, MapCell::State::Unclear) << "compared on throughput alone";
    EXPECT_NEAR(cells[0].ratio.value(), 1.2, 1e-9);
}

TEST(WinnersMapTest, who_is_hidden_wins_nothing) {
    const auto cells = winnersMap(line(), Measure::Throughput, {"pool", "loop"});
    EXPECT_EQ(cells[1].winner, "serial");
    EXPECT_EQ(cells[1].state, MapCell::State::Alone);
}

TEST(WinnersMapTest, where_nobody_has_a_figure_it_says_why) {
    const auto cells = winnersMap(grid(), Measure::Throughput, {});
    EXPECT_EQ(cells[3].state, MapCell::State::Failed);
    EXPECT_EQ(cells[3].column, 1U);
    EXPECT_EQ(cells[3].row, 1U);
    StoredRun run = sweptGrid();
    for (auto& contender : run.result.points[3].contenders) {
        contender.status = TrialStatus::Unavailable;
    }
    const SweepTable lacking = sweepTable(run.result, catalogue());
    EXPECT_EQ(winnersMap(lacking, Measure::Throughput, {})[3].state, MapCell::State::Unavailable);
    run.result.points[3].contenders.clear();
    const SweepTable missing = sweepTable(run.result, catalogue());
    EXPECT_EQ(winnersMap(missing, Measure::Throughput, {})[3].state, MapCell::State::Missing);
}

TEST(WinnersMapTest, wins_are_counted) {
    const auto wins = winsOf(winnersMap(grid(), Measure::Throughput, {}));
    ASSERT_EQ(wins.size(), 1U);
    EXPECT_EQ(wins.at("pool").clear, 2);
    EXPECT_EQ(wins.at("pool").unclear, 1);
}

} // namespace
} // namespace troika::ui
