// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/download_plan.h"

#include <troika/base/result.h>

namespace troika {

/// Tells the origin when in the slice that begins at `begin` (CLOCK_MONOTONIC, ns) it has to stand
/// still for whoever names the plan's list; an empty list takes back what was told. Fails where the
/// origin does not answer.
Result<> tellStalls(const DownloadPlan& plan, const TimeWindows& stalls, std::int64_t begin);

} // namespace troika
