// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/samples.h>
#include <troika/scenario/catalogue.h>

namespace troika::ui {

/// A swept race for pictures, made up from one that was measured: the same samples at every point,
/// figures that change from point to point, some contenders failed or unavailable. `parameters`: 1
/// or 2. Without points where the scenario has too few numbers.
[[nodiscard]] StoredRun madeUpSweep(const StoredRun& measured, const Catalogue& catalogue,
                                    std::size_t parameters);

} // namespace troika::ui
