// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QGuiApplication>
#include <QPalette>

namespace troika::ui {

Theme Theme::light() {
    return {.dark = false,
            .ground = "#f5f6f8",
            .surface = "#ffffff",
            .hairline = "#e1e4e8",
            .text = "#1c2026",
            .faintText = "#626a75",
            .accent = "#1b4fa3",
            .accentText = "#ffffff",
            .doubtText = "#8a5a00",
            .doubtGround = "#fff6e0",
            .selection = "#e8eef8"};
}

Theme Theme::darkOne() {
    return {.dark = true,
            .ground = "#101215",
            .surface = "#16191d",
            .hairline = "#2b3037",
            .text = "#eceef1",
            .faintText = "#9aa3ae",
            .accent = "#8fb8ff",
            .accentText = "#10141a",
            .doubtText = "#ffd479",
            .doubtGround = "#2c2615",
            .selection = "#1d2836"};
}

QColor Theme::family(Family family) const {
    switch (family) {
    case Family::Serial:
        return dark ? "#e2e4e8" : "#7d838c";
    case Family::Thread:
        return dark ? "#6fadff" : "#1585ff";
    case Family::Process:
        return dark ? "#f5712f" : "#cc1f00";
    case Family::Async:
        return dark ? "#4fe39a" : "#017e50";
    case Family::Cluster:
        return dark ? "#c78aae" : "#854993";
    }
    return text;
}

QString Theme::styleSheet(double scale) const {
    const auto points = [scale](double size) {
        return QString::number(size * scale, 'f', 1) + "pt";
    };
    QString sheet = R"(
* { color: @text; font-size: @body; }
QMainWindow, QDialog, QWidget#page, QWidget#side, QScrollArea, QScrollArea > QWidget > QWidget { background: @ground; }
QFrame[card="true"] { background: @surface; border: 1px solid @hairline; border-radius: 6px; }
QFrame[card="true"] QWidget { background: transparent; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: @large; font-weight: 600; }
QLabel[role="verdict"] { font-size: @verdict; }
QLabel[role="verdict"][narrow="true"] { font-size: @body; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="faint"], QLabel[role="section"] { color: @faint; }
QLabel[role="section"] { font-size: @small; font-weight: 600; }
QLabel[role="changed"] { color: @accent; }
QLabel[role="error"] { color: @text; font-size: @small; }
QLabel[role="doubt"], QFrame[card="true"] QLabel[role="doubt"] { color: @doubtText; background: @doubtGround; border-radius: 4px; padding: 3px 8px; }
QPushButton, QToolButton { background: @surface; border: 1px solid @hairline; border-radius: 6px; padding: 7px 14px; }
QPushButton:hover, QToolButton:hover { border-color: @faint; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton#main { background: @accent; color: @accentText; border-color: @accent; font-weight: 600; }
QPushButton#main:disabled { background: @hairline; color: @faint; border-color: @hairline; }
QToolButton[role="switch"] { border: none; padding: 2px 4px; font-size: @switch; color: @faint; background: transparent; }
QToolButton[role="switch"]:checked { color: @text; font-weight: 600; text-decoration: underline; }
QLineEdit, QPlainTextEdit, QComboBox { background: @ground; border: 1px solid @hairline; border-radius: 4px; padding: 3px 6px; selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @faint; }
QFrame[card="true"] QLineEdit, QFrame[card="true"] QPlainTextEdit, QFrame[card="true"] QComboBox { background: @ground; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid @doubtText; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @hairline; }
QFrame[role="doubt"] { background: @doubtGround; border-radius: 4px; } QFrame[role="doubt"] QLabel { color: @doubtText; }
QToolButton[role="quiet"] { border: none; padding: 2px 6px; color: @faint; background: transparent; } QToolButton[role="quiet"]:hover { color: @text; }
QToolButton[role="link"], QFrame[card="true"] QToolButton[role="link"] { border: none; padding: 3px 2px; color: @accent; background: transparent; font-weight: 500; } QToolButton[role="link"]::menu-indicator { image: none; }
QLineEdit[role="name"], QFrame[card="true"] QLineEdit[role="name"] { background: transparent; border: 1px solid transparent; padding: 2px 2px; font-weight: 600; } QLineEdit[role="name"]:hover { border-color: @hairline; }
QFrame#cursor { background: @faint; }
QFrame#drawer { background: @ground; border: 1px solid @faint; border-radius: 6px; }
QPushButton:focus, QToolButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QCheckBox:focus { border: 2px solid @accent; outline: none; }
QListView:focus, QTableView:focus { border: 1px solid @accent; outline: none; }
QListView { background: transparent; border: 1px solid transparent; }
QListView::item { padding: 7px 8px; border-left: 3px solid transparent; }
QListView::item:selected { background: @selection; border-left: 3px solid @accent; color: @text; }
QTableView { background: transparent; border: 1px solid transparent; gridline-color: @hairline; selection-background-color: @selection; selection-color: @text; }
QTableView::indicator, QCheckBox::indicator { width: 12px; height: 12px; border: 1px solid @faint; border-radius: 3px; background: @surface; }
QTableView::indicator:checked, QCheckBox::indicator:checked { image: url(:/icons/check.svg); }
QComboBox::drop-down { border: none; width: 20px; } QComboBox::down-arrow { image: url(:/icons/down.svg); width: 12px; height: 12px; }
QHeaderView, QHeaderView::section { background: transparent; border: none; color: @faint; font-size: @small; padding: 4px 8px; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QMenuBar, QMenu { background: @surface; } QMenuBar::item:selected, QMenu::item:selected { background: @selection; }
QScrollBar:vertical { background: transparent; width: 10px; } QScrollBar::handle:vertical { background: @hairline; border-radius: 5px; min-height: 24px; }
QScrollBar:horizontal { background: transparent; height: 10px; } QScrollBar::handle:horizontal { background: @hairline; border-radius: 5px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QToolTip { background: @surface; color: @text; border: 1px solid @hairline; }
)";
    const std::pair<const char*, QString> values[] = {{"@text", text.name()},
                                                      {"@faint", faintText.name()},
                                                      {"@ground", ground.name()},
                                                      {"@surface", surface.name()},
                                                      {"@hairline", hairline.name()},
                                                      {"@accentText", accentText.name()},
                                                      {"@accent", accent.name()},
                                                      {"@doubtText", doubtText.name()},
                                                      {"@doubtGround", doubtGround.name()},
                                                      {"@selection", selection.name()},
                                                      {"@body", points(10)},
                                                      {"@large", points(16)},
                                                      {"@verdict", points(12)},
                                                      {"@small", points(9)},
                                                      {"@switch", points(scale > 1 ? 7 : 9)}};
    for (const auto& [name, value] : values) sheet.replace(name, value);
    return sheet;
}

bool systemIsDark() {
    constexpr int middle = 128;
    return QGuiApplication::palette().color(QPalette::Window).lightness() < middle;
}

} // namespace troika::ui
