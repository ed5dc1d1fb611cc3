// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gallery.h"
#include "theme/theme.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace troika::ui {

/// What can be opened, under headings, with the families that race in it as dots; a word typed
/// above leaves what holds it.
class GalleryPanel final : public QWidget {
    Q_OBJECT
public:
    explicit GalleryPanel(const Catalogue& catalogue, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setLanguage(Language language);
    /// Looks again at what there is.
    void refresh();
    /// Marks a file as the one that is open, without opening it.
    void setCurrent(const std::filesystem::path& file);
    /// The first one there is; empty where there is none.
    [[nodiscard]] std::filesystem::path first() const;
    /// Whether a file came with Troika, and is nobody's own to change.
    [[nodiscard]] static bool isBundled(const std::filesystem::path& file);

Q_SIGNALS:
    void chosen(const std::filesystem::path& file);

private:
    class Delegate;
    void fill();
    void addEntry(const GalleryEntry& entry, const QString& wanted);

    const Catalogue& m_catalogue;
    Theme m_theme = Theme::light();
    Language m_language = Language::English;
    std::vector<GallerySection> m_sections;
    std::filesystem::path m_current;
    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace troika::ui
