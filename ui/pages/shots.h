// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/main_window.h"

namespace troika::ui {

/// Renders the window to PNG files in `folder`: empty and with `result`, in both languages, light
/// and dark, small, large and very large. False where a file could not be written.
bool takeShots(const std::filesystem::path& folder, const std::filesystem::path& result,
               const WindowOptions& options);

} // namespace troika::ui
