// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace troika::ui {

/// Where labels that want to stand at `wanted` may stand without touching: at least `apart` from
/// one another, in the same order, within [low, high] where there is room, and as near as one pass
/// up and one down bring them. Same order as given.
[[nodiscard]] std::vector<double> labelPlaces(const std::vector<double>& wanted, double apart,
                                              double low, double high);

} // namespace troika::ui
