// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table.h"

#include <string>
#include <troika/scenario/catalogue.h>

namespace troika::cli {

/// All findings, a block each: the field, then its value, the problem and what is allowed; closed
/// by how many there are. Pure.
[[nodiscard]] std::string findingsText(const Findings& findings, const Layout& layout);

} // namespace troika::cli
