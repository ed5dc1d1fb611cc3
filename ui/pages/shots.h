// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/main_window.h"

namespace troika::ui {

/// Renders the window in every state to PNG files in `folder`, STATE-LANGUAGE-THEME-SIZE.png: in
/// both languages, light and dark, small, large and very large. Races for real on the way; where
/// `result` is given, that one is the finished race. False where a file could not be written.
bool takeShots(const std::filesystem::path& folder, const std::filesystem::path& result,
               const WindowOptions& options);

} // namespace troika::ui
