// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFont>
#include <QImage>
#include <QString>

class QCustomPlot;

namespace troika::ui {

/// How large a chart is when it leaves the window: pixels, and how many of them to an inch; with
/// more of them type and lines are as large on paper, and finer.
struct PrintSize {
    QSize pixels{1920, 1080};
    int dotsPerInch = 144;

    /// What it is laid out for, at the screen's 96 dots.
    [[nodiscard]] QSize layout() const;
};

/// A chart as it leaves the window: with its title above and its small print below.
struct PrintedChart {
    QCustomPlot& plot; ///< Laid out for PrintSize::layout(), without the two lines.
    QString title;
    QString footnote;
    Theme theme;
    QFont font;
};

/// Height of the title, and of the small print.
inline constexpr int printLine = 28;

[[nodiscard]] QImage chartImage(const PrintedChart& chart, const PrintSize& size);

/// Writes it, whole or not at all, as the file's ending says: .png, .svg (text as text) or .pdf.
/// What went wrong, in the system's words; empty if nothing.
[[nodiscard]] QString writeChart(const PrintedChart& chart, const PrintSize& size,
                                 const QString& file);

} // namespace troika::ui
