// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <troika/scenario/validate.h>

namespace troika {

/// Steps with a size of this name make a file of that size for every contender.
inline constexpr const char* fileSizeSetting = "file_size";

/// Findings for steps that make files: no room (files of all contenders plus a tenth), a directory
/// on a RAM file system, or one that cannot be written.
void checkDisk(const Scenario& scenario, const MachineLimits& limits, Findings& findings);

} // namespace troika
