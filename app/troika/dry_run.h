// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table.h"

#include <string>
#include <troika/scenario/scenario.h>

namespace troika::cli {

/// What a run of this scenario would do and hold, for --dry-run. Pure but for the number of cores.
[[nodiscard]] std::string dryRunText(const Scenario& scenario, const Layout& layout);

} // namespace troika::cli
