// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika::ui {

/// A bundled scenario, as the gallery shows it.
struct GalleryEntry {
    std::filesystem::path file;
    Scenario scenario;
};

/// Those that can be read, in the catalogue's order of their first step; of one kind by name.
[[nodiscard]] std::vector<GalleryEntry> galleryEntries(const Catalogue& catalogue);

} // namespace troika::ui
