// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace troika::ui {

/// A label that the style sheet knows by its role: "title", "heading", "section", "faint", "error",
/// "doubt", "verdict".
inline QLabel* roleLabel(const char* role, bool wrap = true) {
    auto* label = new QLabel;
    label->setProperty("role", role);
    label->setWordWrap(wrap);
    label->setTextFormat(Qt::PlainText); // Titles come from files.
    return label;
}

} // namespace troika::ui
