// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <troika/result/samples.h>

namespace troika::ui {

/// Keeps a race in resultsFolder() as NAME-STARTED.troika; the file. Any thread.
[[nodiscard]] Result<std::filesystem::path> keepResult(const StoredRun& run);

} // namespace troika::ui
