// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenuBar>
#include <functional>
#include <vector>

namespace troika::ui {

/// A menu bar whose texts follow the language: made once, told anew by retranslate().
class MainMenu {
public:
    explicit MainMenu(QMenuBar& bar) : m_bar(bar) {}

    /// Texts are those of the context "menu", in English (QT_TRANSLATE_NOOP).
    QMenu* addMenu(const char* text);
    QMenu* addMenu(QMenu* parent, const char* text);
    QAction* add(QMenu* menu, const char* text, const QKeySequence& keys,
                 const std::function<void()>& slot);
    QAction* addSwitch(QMenu* menu, const char* text, const QKeySequence& keys, bool on,
                       const std::function<void(bool)>& slot);
    void retranslate();
    /// Every action with a shortcut, a row of a table each.
    [[nodiscard]] QString shortcutsHtml() const;

private:
    QMenuBar& m_bar;
    std::vector<std::pair<QAction*, const char*>> m_texts;
};

} // namespace troika::ui
