// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace troika::ui {

// The user's own folders (XDG base directories); made when something is first written there.

/// Scenarios of the user's own, for the gallery.
[[nodiscard]] std::filesystem::path scenariosFolder();
/// Every race of the window.
[[nodiscard]] std::filesystem::path resultsFolder();
/// Edits that were not saved.
[[nodiscard]] std::filesystem::path draftsFolder();
/// What a killed Troika had measured (see troika/run/run.h).
[[nodiscard]] std::filesystem::path rescueFolder();

} // namespace troika::ui
