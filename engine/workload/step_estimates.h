// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/step_work.h"

namespace troika {

/// Rough costs of one step, for a sentence before a run and never for a figure: what a machine of
/// 2023 with a local disk needs. Settings as read, defaults filled in.
[[nodiscard]] StepEstimate estimateDownload(const Settings& settings);
[[nodiscard]] StepEstimate estimateDisk(const Settings& settings);
[[nodiscard]] StepEstimate estimateCompute(const Settings& settings);

} // namespace troika
