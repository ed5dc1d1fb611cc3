// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika {

/// What a changed scenario would need of something limited. Grows with whole-number settings.
using Need = std::function<double(const Scenario&)>;

/// The finding for a scenario that needs more than `limit`: names the field that can be lowered
/// far enough, and how far. Tried in order: the whole-number settings of the contenders given, of
/// the arrivals, then `rounds`; where no single one suffices, the first contender or the arrivals.
[[nodiscard]] Finding blame(const Scenario& scenario, const Catalogue& catalogue,
                            const std::vector<std::size_t>& contenders, const Need& need,
                            double limit, const Text& problem);

} // namespace troika
