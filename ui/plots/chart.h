// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/chart_header.h"
#include "plots/chart_print.h"
#include "plots/views.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace troika::ui {

/// A titled chart on a card, with a switch between its views. Drag or arrow keys pan, the wheel or
/// + and - zoom, a double click or Home shows all; a cursor reads values.
class Chart final : public QFrame {
    Q_OBJECT
public:
    /// `name`: the object's name, for tests; views are chosen by their place.
    Chart(const QString& name, std::vector<ChartViewPtr> views, QWidget* parent = nullptr);
    ~Chart() override;

    void setTheme(const Theme& theme);
    void setStyles(std::vector<ContenderStyle> styles);
    /// New curves: live or of a result. Where there are none, zooming is over.
    void setCurves(const RaceCurves& curves);
    void setComparisons(std::vector<Comparison> comparisons, const QString& baseline);
    void setHidden(std::set<std::string> hidden);
    /// Drawn thicker than the others, by label; none if empty.
    void setEmphasized(const QString& label);
    void setFromStart(bool fromStart);
    /// Whether all tasks are due at once.
    void setBatch(bool batch);
    /// What was swept, null where nothing was, and which point's figures stand elsewhere.
    void setSweep(std::shared_ptr<const SweepTable> table, std::size_t chosen, Language language);
    /// What is drawn of it.
    void setMeasure(Measure measure);
    /// Where tasks are counted: a place in DepthCurves::places.
    void setQueue(std::size_t queue);
    /// While a race goes on: lines are drawn with simpler joints, which costs the race less.
    void setLive(bool live);
    /// What stands in the chart where there is nothing to draw.
    void setEmptyText(const QString& text);
    /// What it is about: the title of a chart that leaves the window tells that too.
    void setSubject(const QString& subject) { m_subject = subject; }
    /// Small print under the chart: machine, date, seed.
    void setFootnote(const QString& text);

    /// For something else to be seen: zooming is over, and nobody is emphasized.
    void reset();
    void choose(std::size_t view);
    [[nodiscard]] std::size_t chosen() const { return m_chosen; }
    /// A view that has nothing to show has no switch.
    void setOffered(std::size_t view, bool offered);
    /// Their switches stand before the others.
    void putFirst(const std::vector<std::size_t>& views);
    /// Title, switches, and what else is to stand there.
    [[nodiscard]] ChartHeader& header() { return *m_header; }

    /// What a file with this chart is to be called, without its ending.
    [[nodiscard]] QString fileName() const;

    [[nodiscard]] QImage image(const PrintSize& size);
    /// See writeChart().
    [[nodiscard]] QString save(const QString& file, const PrintSize& size);

Q_SIGNALS:
    void chose(std::size_t view);
    /// A swept point was clicked: its place in the result.
    void pointChosen(std::size_t place);
    /// Somebody wants it saved, or on the clipboard.
    void saveWanted();
    void copyWanted();

protected:
    /// Names keep apart in pixels, so their places change with the size.
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void applyTheme();
    /// Draws anew. Keeps the ranges where somebody has zoomed.
    void redraw();
    void showAll();
    void prepare();
    bool press(int key);
    void pointAt(const QPointF& place);
    void click(const QPointF& place);
    template <class Print>
    auto printed(const PrintSize& size, Print print);

    std::vector<ChartViewPtr> m_views;
    std::vector<QToolButton*> m_switches; ///< As m_views.
    std::size_t m_chosen = 0;
    ChartContent m_content;
    QString m_emphasized;
    QString m_emptyText;
    QString m_subject;
    Theme m_theme = Theme::light();
    bool m_zoomed = false;
    bool m_live = false;
    QPointF m_pressed; ///< Where a click began.
    ChartHeader* m_header;
    QCustomPlot* m_plot;
    QFrame* m_cursor; ///< A hairline where the pointer is; over the plot, which is not drawn anew.
    QLabel* m_footnote;
    std::unique_ptr<Canvas> m_canvas;
};

} // namespace troika::ui
