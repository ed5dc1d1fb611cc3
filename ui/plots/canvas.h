// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/curves.h"
#include "theme/contender_style.h"

#include <QFont>
#include <QString>
#include <troika/stats/median.h>
#include <vector>

class QCPAxis;
class QCustomPlot;

namespace troika::ui {

/// What a chart is drawn upon, in Troika's words: lines, bands, marks and names at the ends of
/// lines, in plot coordinates. Cleared by begin(); end() places what needs pixels.
class Canvas {
public:
    explicit Canvas(QCustomPlot& plot) : m_plot(plot) {}

    /// Clears everything drawn. The contender with the emphasized label is drawn thicker.
    void begin(const Theme& theme, const QFont& font, const QString& emphasized);
    void end();
    [[nodiscard]] bool empty() const;

    void setRanges(double left, double right, double bottom, double top);
    void setLabels(const QString& x, const QString& y);

    void line(const ContenderStyle& style, const std::vector<CurvePoint>& points);
    /// As `line`, x may go back and forth.
    void path(const ContenderStyle& style, const std::vector<double>& x,
              const std::vector<double>& y);
    void marks(const ContenderStyle& style, const std::vector<CurvePoint>& points);
    /// Each point's y holds from its x to the next one's.
    void steps(const ContenderStyle& style, const std::vector<CurvePoint>& points);
    /// The area between two paths of one length.
    void band(const ContenderStyle& style, const std::vector<double>& firstX,
              const std::vector<double>& secondX, const std::vector<double>& y);
    /// A mark at (x, y) with the interval of x around it.
    void whisker(const ContenderStyle& style, double x, double y,
                 const std::optional<Interval>& interval);
    /// A line across the chart, behind everything.
    void rule(double x);
    /// Intervals of y around points, as whiskers.
    void bars(const ContenderStyle& style, const std::vector<CurvePoint>& points,
              const std::vector<Interval>& intervals);

    /// What the axes measure, where that depends on what is drawn; see scales.h.
    [[nodiscard]] QCPAxis& axisX() const;
    [[nodiscard]] QCPAxis& axisY() const;

    /// A square of side 1 around (x, y): filled with the style's colour, which `hatched` makes
    /// fainter and strikes through; without a style it is empty. Of `texts` the first that fits
    /// stands in it.
    struct Cell {
        const ContenderStyle* style = nullptr;
        double x = 0;
        double y = 0;
        bool hatched = false;
        bool chosen = false; ///< With a frame.
        std::vector<QString> texts;
    };
    void cell(Cell cell);
    /// What the colours of cells mean, right of the plot.
    void legend(const std::vector<std::pair<const ContenderStyle*, QString>>& entries);

    /// The end of a contender's line, and what is to stand beside it.
    struct LineEnd {
        const ContenderStyle* style;
        QString text;
        double x;
        double y;
    };
    /// Names right of the plot, in the lines' colours and apart from one another, with leaders from
    /// the ends. Takes the room that the longest of `names` needs.
    void nameLineEnds(std::vector<LineEnd> ends, const std::vector<QString>& names);
    /// A word in the middle of an empty chart.
    void say(const QString& words);

private:
    void endCells();
    void hatch(const Cell& cell);
    void textIn(const Cell& cell);
    void frame(const Cell& cell);
    [[nodiscard]] QColor mixed(const ContenderStyle& style, double share) const;
    [[nodiscard]] int widthOfNames(const std::vector<QString>& names) const;
    void label(const ContenderStyle& style, const QString& text, double x, double y);
    [[nodiscard]] double widthOf(const ContenderStyle& style) const;

    QCustomPlot& m_plot;
    Theme m_theme;
    QFont m_font;
    QString m_emphasized;
    std::vector<LineEnd> m_ends;
    std::vector<Cell> m_cells;
};

/// The marker of a contender as a character.
[[nodiscard]] QString markerSign(const ContenderStyle& style);

} // namespace troika::ui
