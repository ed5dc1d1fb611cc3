// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gallery.h"

#include <gtest/gtest.h>

#include <troika/backend/catalogue.h>

namespace troika::ui {
namespace {

TEST(GalleryTest, shows_what_is_bundled_in_the_catalogues_order) {
    const auto entries = galleryEntries(catalogue());
    ASSERT_GE(entries.size(), 6U);
    EXPECT_EQ(entries.front().scenario.name, "downloads-families");
    EXPECT_EQ(entries.back().scenario.workload.steps.front().kind, "compute");
    for (const GalleryEntry& entry : entries) {
        EXPECT_FALSE(entry.scenario.title.en.empty() || entry.scenario.title.ru.empty());
    }
}

} // namespace
} // namespace troika::ui
