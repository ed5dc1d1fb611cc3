// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/contender_style.h"

#include <QFrame>
#include <QString>

#include <set>

class QCustomPlot;
class QCPAxis;
class QCPGraph;
class QLabel;
class QHBoxLayout;

namespace troika::ui {

/// A titled chart on a card: theme, contender styles, export, zooming and panning are the same for
/// all; what is drawn is the derived class's. Drag pans, the wheel zooms, a double click resets.
class Chart : public QFrame {
    Q_OBJECT
public:
    explicit Chart(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setStyles(std::vector<ContenderStyle> styles);
    /// Those that are not drawn, by label.
    void setHidden(std::set<std::string> hidden);
    /// Small print under the chart: machine, date, seed.
    void setFootnote(const QString& text);

    /// Writes the chart with its title and small print, as large as it is on the screen: .png (with
    /// `scale` pixels for each of the screen's), .svg (text as text) or .pdf. False where the file
    /// cannot be written.
    bool save(const QString& file, double scale);

Q_SIGNALS:
    /// What a cursor over the chart points at, in words; empty when it leaves.
    void pointedAt(const QString& text);

protected:
    void setTitle(const QString& title);
    [[nodiscard]] QHBoxLayout* header() { return m_header; }
    [[nodiscard]] QCustomPlot& plot() { return *m_plot; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] const std::vector<ContenderStyle>& styles() const { return m_styles; }
    [[nodiscard]] bool isHidden(const std::string& label) const { return m_hidden.contains(label); }

    /// Clears everything drawn.
    void clear();
    QCPGraph* addLine(const ContenderStyle& style);
    /// Points without a line.
    QCPGraph* addMarks(const ContenderStyle& style);
    /// The end of a contender's line, in plot coordinates, and what is to stand beside it.
    struct LineEnd {
        const ContenderStyle* style;
        QString text;
        double x;
        double y;
    };
    /// Names right of the plot, in the lines' colours and apart from one another, with leaders from
    /// the ends.
    void labelLineEnds(std::vector<LineEnd> ends);
    /// Room for names of about that length right of the plot: all titles with `more` behind them.
    void makeRoomForNames(const QString& more);
    /// The same, and all of it is seen: zooming is over.
    void showAll();
    /// Draws anew. Keeps the ranges where somebody has zoomed.
    void redraw();

    /// Names keep apart in pixels, so their places change with the size.
    void resizeEvent(QResizeEvent* event) override;

    /// Draws everything from what the derived class has.
    virtual void draw() = 0;
    /// What a cursor at that place points at.
    [[nodiscard]] virtual QString describe(double x, double y) const = 0;

private:
    void addLabel(const ContenderStyle& style, const QString& text, double x, double y);
    void paint(QPaintDevice& device);
    void applyTheme();
    void sayEmpty();
    void placeLabels();

    Theme m_theme = Theme::light();
    std::vector<ContenderStyle> m_styles;
    std::set<std::string> m_hidden;
    bool m_zoomed = false;
    std::vector<LineEnd> m_ends;
    QLabel* m_title;
    QHBoxLayout* m_header;
    QCustomPlot* m_plot;
    QLabel* m_footnote;
};

} // namespace troika::ui
