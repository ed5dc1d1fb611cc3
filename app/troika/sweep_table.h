// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table.h"

#include <string>

namespace troika::cli {

/// All points of a sweep at a glance: a row a point with every contender's tasks a second and who
/// is ahead, a sentence a point, then what to distrust, said once for all points it is about. Ends
/// with a newline. Pure.
[[nodiscard]] std::string sweepTable(const RunResult& result, const Layout& layout);

} // namespace troika::cli
