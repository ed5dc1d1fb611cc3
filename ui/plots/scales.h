// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;

namespace troika::ui {

// What an axis measures: its scale and its ticks.

/// Numbers from 0 on.
void makeLinear(QCPAxis& axis);
/// Seconds, from nanoseconds to hours: ticks at 1 and 3, told with their unit.
void makeLogDuration(QCPAxis& axis);
/// Shares of tasks on percentileAxis(): 50, 90, 99, 99.9 %.
void makePercentile(QCPAxis& axis);
/// Shares, told in percent.
void makePercent(QCPAxis& axis);
/// Ratios: 0.5, 1, 2, 5, told with a times sign.
void makeLogRatio(QCPAxis& axis);

} // namespace troika::ui
