// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <troika/scenario/validate.h>

namespace troika {

/// Steps with a size of this name make a file of that size for every contender.
inline constexpr const char* fileSizeSetting = "file_size";

/// Findings for steps that make files: no room (files of all contenders and what the tasks of one
/// slice add, plus a tenth), too many files, a directory on a RAM file system, or one that cannot
/// be written.
void checkDisk(const Scenario& scenario, const Catalogue& catalogue, const MachineLimits& limits,
               Findings& findings);

} // namespace troika
