// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <troika/base/text.h>

namespace troika::cli {

/// The window's program beside this one; nothing where it was not built.
[[nodiscard]] std::optional<std::filesystem::path> windowProgram();

/// Becomes the window, where there is a display and the window was built; returns where not.
void becomeWindow(Language language);

/// Has the window draw the charts of a result file into a folder, without a display; `formats` of
/// "png", "svg", "pdf". False where that fails.
[[nodiscard]] bool drawCharts(const std::filesystem::path& result,
                              const std::filesystem::path& folder,
                              const std::set<std::string>& formats, Language language);

} // namespace troika::cli
