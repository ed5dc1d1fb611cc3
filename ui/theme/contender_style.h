// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QColor>
#include <QPixmap>
#include <QString>
#include <Qt>
#include <troika/scenario/scenario.h>

#include <vector>

namespace troika::ui {

enum class Marker { Ring, Disc, Square, Triangle, Diamond };

/// How a contender is drawn everywhere: colour, dash and marker say the same thing.
struct ContenderStyle {
    std::string label;
    QString title;
    Family family = Family::Serial;
    QColor colour;
    Qt::PenStyle dash = Qt::SolidLine;
    Marker marker = Marker::Disc;
    bool hollow = false; ///< Of another runtime than native.
};

/// One of each contender, in their order. Of one family the second and further ones are fainter
/// and differ in their dash.
[[nodiscard]] std::vector<ContenderStyle> contenderStyles(const Scenario& scenario,
                                                          const Catalogue& catalogue,
                                                          const Theme& theme, Language language);

/// A short piece of the contender's line, for lists.
[[nodiscard]] QPixmap lineSample(const ContenderStyle& style, double devicePixelRatio);

} // namespace troika::ui
