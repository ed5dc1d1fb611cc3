// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/race_curves.h"

#include <troika/result/samples.h>

namespace troika::ui {

/// How many tasks stand where over one round, the middle one of those that count; empty where no
/// round counts. Of a workload with several `steps` each step is told as well. About `points`
/// changes at the most for each.
[[nodiscard]] DepthCurves depthCurves(const ContenderSamples& samples, std::size_t steps,
                                      std::size_t points);

/// Those of every contender, into its curves.
void addDepths(RaceCurves& curves, const PointSamples& samples, std::size_t steps,
               std::size_t points);

} // namespace troika::ui
