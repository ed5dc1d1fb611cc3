// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>
#include <troika/result/samples.h>

#include <filesystem>
#include <vector>

namespace troika {

/// The sub-folders of `folder` (see RunOptions::rescue) that killed runs left, by name. A run that
/// goes on, or whose samples are still being saved, is none of them.
[[nodiscard]] std::vector<std::filesystem::path> rescuable(const std::filesystem::path& folder);

/// The run that such a sub-folder is of, with status cancelled and what had been measured; the
/// slice that was running is kept, but does not count. Processor time, memory and start-up are not
/// known. Changes nothing. Failures: "nothing-to-rescue" (no sample was saved), and those of
/// readResult, where the sub-folder does not say what ran.
Result<StoredRun> rescue(const std::filesystem::path& subFolder);

/// Removes such a sub-folder, unless its run lives or it is not ours to take.
void removeRescued(const std::filesystem::path& subFolder);

} // namespace troika
