// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gallery.h"

#include "models/user_folders.h"
#include "ui/window_fixture.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QTimeZone>
#include <fstream>
#include <troika/backend/catalogue.h>

namespace troika::ui {
namespace {

class GalleryTest : public WithOwnFolders {};

TEST_F(GalleryTest, shows_what_is_bundled_under_the_catalogues_headings) {
    const auto sections = gallerySections(catalogue());
    ASSERT_GE(sections.size(), 3U);
    EXPECT_EQ(sections.front().title.en, catalogue().steps.front().title.en);
    EXPECT_EQ(sections.front().entries.front().file.stem(), "downloads-families");
    EXPECT_EQ(sections.front().entries.front().families,
              (std::vector{Family::Serial, Family::Thread, Family::Process, Family::Async}));
    for (const GallerySection& section : sections) {
        ASSERT_FALSE(section.entries.empty());
        for (const GalleryEntry& entry : section.entries) {
            EXPECT_FALSE(entry.title.en.empty() || entry.title.ru.empty());
        }
    }
}

TEST_F(GalleryTest, shows_the_users_own_scenarios_and_latest_races) {
    const auto before = gallerySections(catalogue());
    std::filesystem::create_directories(scenariosFolder());
    std::filesystem::create_directories(resultsFolder());
    std::filesystem::copy_file(before.front().entries.front().file,
                               scenariosFolder() / "mine.json");
    std::ofstream(scenariosFolder() / "broken.json") << "{";
    std::ofstream(resultsFolder() / "mine-2026-01-31T12-34-56Z.troika") << "x";
    const auto sections = gallerySections(catalogue());
    ASSERT_EQ(sections.size(), before.size() + 2);
    const GallerySection& own = sections[before.size()];
    ASSERT_EQ(own.entries.size(), 1U);
    EXPECT_EQ(own.entries[0].title.en, "mine");
    QDateTime started(QDate(2026, 1, 31), QTime(12, 34), QTimeZone::utc());
    EXPECT_EQ(sections.back().entries[0].title.en,
              "mine · " + started.toLocalTime().toString("yyyy-MM-dd HH:mm").toStdString());
}

} // namespace
} // namespace troika::ui
