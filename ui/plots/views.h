// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/chart_view.h"

#include <memory>

namespace troika::ui {

using ChartViewPtr = std::unique_ptr<ChartView>;

/// Tasks finished against the time since all were due: a line and a band of its rounds for each
/// contender. Who runs off the chart says where it ends.
[[nodiscard]] ChartViewPtr raceView();
/// Tasks finished a second, over each contender's own working time.
[[nodiscard]] ChartViewPtr rateView();
/// Tasks finished a second, round by round.
[[nodiscard]] ChartViewPtr roundsView();
/// Throughput against the chosen baseline's, with intervals; there once a race has ended.
[[nodiscard]] ChartViewPtr ratioView();
/// The share of tasks that took no longer, the tail drawn as large as the middle.
[[nodiscard]] ChartViewPtr percentileView();
/// How many tasks took how long.
[[nodiscard]] ChartViewPtr histogramView();
/// How many tasks wait, or stand at a step, over one round; there once a race has ended.
[[nodiscard]] ChartViewPtr depthView();
/// A swept parameter against one measure: a line a contender, gaps where it has no figure.
[[nodiscard]] ChartViewPtr sweepView();
/// Two swept parameters: each cell in the colour of who is best there, hatched where that is not
/// clear. Of one parameter it has one row.
[[nodiscard]] ChartViewPtr mapView();

} // namespace troika::ui
