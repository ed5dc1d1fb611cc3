// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

/// The commands; each returns the exit code.
namespace troika::cli {

inline constexpr int exitFine = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitUsage = 2;
inline constexpr int exitCancelled = 130;

int runCommand(const Options& options);
int showCommand(const Options& options);
int listCommand(const Options& options);
int doctorCommand(const Options& options);

} // namespace troika::cli
