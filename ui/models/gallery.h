// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <troika/scenario/catalogue.h>
#include <vector>

namespace troika::ui {

/// A scenario, or a race of the past.
struct GalleryEntry {
    std::filesystem::path file;
    Text title;
    Text about;
    std::vector<Family> families; ///< Of its contenders, each once, in their order.
};

struct GallerySection {
    Text title;
    std::vector<GalleryEntry> entries; ///< Never empty.
};

/// What can be opened: bundled scenarios by the kind of their work (in the catalogue's order, of
/// one kind by name), the user's own, and the latest races. Scenarios that cannot be read are left
/// out.
[[nodiscard]] std::vector<GallerySection> gallerySections(const Catalogue& catalogue);

} // namespace troika::ui
