// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/main_menu.h"

#include <QCoreApplication>
#include <QMenu>

namespace troika::ui {

QMenu* MainMenu::addMenu(const char* text) {
    QMenu* menu = m_bar.addMenu(QString());
    m_texts.emplace_back(menu->menuAction(), text);
    return menu;
}

QMenu* MainMenu::addMenu(QMenu* parent, const char* text) {
    QMenu* menu = parent->addMenu(QString());
    m_texts.emplace_back(menu->menuAction(), text);
    return menu;
}

QAction* MainMenu::add(QMenu* menu, const char* text, const QKeySequence& keys,
                       const std::function<void()>& slot) {
    QAction* action = menu->addAction(QString());
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, &m_bar, slot);
    m_texts.emplace_back(action, text);
    return action;
}

QAction* MainMenu::addSwitch(QMenu* menu, const char* text, const QKeySequence& keys, bool on,
                             const std::function<void(bool)>& slot) {
    QAction* action = menu->addAction(QString());
    action->setShortcut(keys);
    action->setCheckable(true);
    action->setChecked(on);
    QObject::connect(action, &QAction::toggled, &m_bar, slot);
    m_texts.emplace_back(action, text);
    return action;
}

void MainMenu::retranslate() {
    for (const auto& [action, text] : m_texts) {
        action->setText(QCoreApplication::translate("menu", text));
    }
}

QString MainMenu::shortcutsHtml() const {
    QString rows;
    for (const auto& [action, text] : m_texts) {
        if (action->shortcut().isEmpty()) continue;
        rows += QString("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                         action->text().remove('&').toHtmlEscaped());
    }
    return "<table>" + rows + "</table>";
}

} // namespace troika::ui
