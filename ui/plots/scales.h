// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

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
/// Numbers above 0, of any kind: ticks at 1, 2 and 5.
void makeLog(QCPAxis& axis);
/// Bytes from 0 on, told with their unit.
void makeMemory(QCPAxis& axis);
/// The same from any size on.
void makeLogMemory(QCPAxis& axis);
/// Ticks at given places alone, each with its name; where there is no room for all, every second,
/// third … of them.
void makeNamed(QCPAxis& axis, const std::vector<std::pair<double, QString>>& ticks,
               bool logarithmic);
/// Ratios: 0.5, 1, 2, 5, told with a times sign.
void makeLogRatio(QCPAxis& axis);

} // namespace troika::ui
