// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/scenario.h>

namespace troika {

/// Turns every duration of a computation into an amount, once a run: that of the workload, and
/// those of a sweep of it, which keeps its durations and gets their amounts. The scenario can then
/// be run again, with the same amounts.
void calibrateScenario(Scenario& scenario);

} // namespace troika
