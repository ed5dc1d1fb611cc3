// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/scenario.h>

namespace troika {

/// Turns every duration of a computation into an amount, once a run: that of the workload, and
/// those of a sweep of it, which becomes a list of amounts. The scenario can then be run again.
void calibrateScenario(Scenario& scenario);

} // namespace troika
