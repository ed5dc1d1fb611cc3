// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/observations.h"

#include <troika/result/analyse.h>

namespace troika {

/// Adds a point to a run: figures, doubts and samples of what its contenders did. `run` has its
/// scenario already.
void conclude(StoredRun& run, std::vector<TrialRecord> records, const Observations& seen);

} // namespace troika
