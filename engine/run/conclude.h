// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/observations.h"

#include <troika/result/analyse.h>
#include <troika/scenario/points.h>

namespace troika {

/// Adds a point to a run: figures, doubts and samples of what its contenders did.
void conclude(StoredRun& run, const Point& point, std::vector<TrialRecord> records,
              const Observations& seen);

} // namespace troika
