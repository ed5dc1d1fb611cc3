// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <troika/scenario/catalogue.h>

namespace troika::ui {

/// The colours of the window, from docs/look: one accent, hairlines, amber for doubts alone.
struct Theme {
    bool dark = false;
    QColor ground;  ///< Behind everything.
    QColor surface; ///< Of charts and cards.
    QColor hairline;
    QColor text;
    QColor faintText;
    QColor accent;
    QColor accentText;
    QColor doubtText;
    QColor doubtGround;
    QColor selection;

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme darkOne();
    /// Of lines and markers; never of text on a coloured ground.
    [[nodiscard]] QColor family(Family family) const;
    /// For QApplication::setStyleSheet. `scale` enlarges all type (1: the system's size).
    [[nodiscard]] QString styleSheet(double scale) const;
};

/// Whether the system's own windows are dark now.
[[nodiscard]] bool systemIsDark();

} // namespace troika::ui
