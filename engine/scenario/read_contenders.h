// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika {

/// Reads the scenario's `backends` (an array); entries with findings may be incomplete.
[[nodiscard]] std::vector<Contender> readContenders(const Json& backends,
                                                    const Catalogue& catalogue, Findings& findings);

/// What labels may look like.
[[nodiscard]] Text labelAllowed();

} // namespace troika
