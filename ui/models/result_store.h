// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <troika/result/samples.h>

namespace troika::ui {

/// Where every race of the window is kept: a folder of the user's own data (XDG).
[[nodiscard]] std::filesystem::path resultsFolder();

/// Keeps a race there as NAME-STARTED.troika; the file. The folder is made where it is missing.
[[nodiscard]] Result<std::filesystem::path> keepResult(const StoredRun& run);

} // namespace troika::ui
