// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gallery.h"

#include "models/scenario_document.h"

#include <algorithm>
#include <troika/run/bundled.h>

namespace troika::ui {

std::vector<GalleryEntry> galleryEntries(const Catalogue& catalogue) {
    std::vector<GalleryEntry> entries;
    for (const BundledScenario& bundled : bundledScenarios()) {
        ScenarioDocument document(catalogue, {});
        if (document.open(bundled.file).empty()) {
            entries.push_back({bundled.file, document.scenario()});
        }
    }
    const auto place = [&](const GalleryEntry& entry) {
        return catalogue.step(entry.scenario.workload.steps.front().kind);
    };
    std::ranges::stable_sort(entries, std::less{}, place);
    return entries;
}

} // namespace troika::ui
