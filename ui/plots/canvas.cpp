// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/canvas.h"

#include "plots/label_places.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

QVector<double> vector(const std::vector<double>& values) { return {values.begin(), values.end()}; }

QCPScatterStyle scatter(const ContenderStyle& style) {
    constexpr double size = 8;
    QCPScatterStyle::ScatterShape shape = QCPScatterStyle::ssCircle;
    switch (style.marker) {
    case Marker::Ring:
    case Marker::Disc:
        break;
    case Marker::Square:
        shape = QCPScatterStyle::ssSquare;
        break;
    case Marker::Triangle:
        shape = QCPScatterStyle::ssTriangle;
        break;
    case Marker::Diamond:
        shape = QCPScatterStyle::ssDiamond;
        break;
    }
    const bool hollow = style.hollow || style.marker == Marker::Ring;
    return {shape, QPen(style.colour, 1.5), hollow ? QBrush(Qt::NoBrush) : QBrush(style.colour),
            size};
}

QColor opaque(QColor colour) {
    colour.setAlpha(255);
    return colour;
}

} // namespace

void Canvas::begin(const Theme& theme, const QFont& font, const QString& emphasized) {
    m_theme = theme;
    m_font = font;
    m_emphasized = emphasized;
    m_ends.clear();
    m_cells.clear();
    m_plot.clearPlottables();
    m_plot.clearItems();
    constexpr int little = 12;
    m_plot.axisRect()->setMargins(QMargins(0, 0, little, 0));
}

bool Canvas::empty() const { return m_plot.plottableCount() == 0; }

QCPAxis& Canvas::axisX() const { return *m_plot.xAxis; }
QCPAxis& Canvas::axisY() const { return *m_plot.yAxis; }

void Canvas::setRanges(double left, double right, double bottom, double top) {
    m_plot.xAxis->setRange(left, right);
    m_plot.yAxis->setRange(bottom, top);
}

void Canvas::setLabels(const QString& x, const QString& y) {
    m_plot.xAxis->setLabel(x);
    m_plot.yAxis->setLabel(y);
}

double Canvas::widthOf(const ContenderStyle& style) const {
    return QString::fromStdString(style.label) == m_emphasized ? 4 : 2;
}

void Canvas::line(const ContenderStyle& style, const std::vector<CurvePoint>& points) {
    QCPGraph* graph = m_plot.addGraph();
    QPen pen(style.colour, widthOf(style), style.dash);
    pen.setCapStyle(Qt::FlatCap);
    graph->setPen(pen);
    graph->setName(style.title);
    for (const CurvePoint& point : points) graph->addData(point.x, point.y);
}

void Canvas::path(const ContenderStyle& style, const std::vector<double>& x,
                  const std::vector<double>& y) {
    auto* curve = new QCPCurve(m_plot.xAxis, m_plot.yAxis);
    curve->setPen(QPen(style.colour, widthOf(style), style.dash));
    curve->setName(style.title);
    curve->setData(vector(x), vector(y));
}

void Canvas::marks(const ContenderStyle& style, const std::vector<CurvePoint>& points) {
    QCPGraph* graph = m_plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(scatter(style));
    for (const CurvePoint& point : points) graph->addData(point.x, point.y);
}

void Canvas::steps(const ContenderStyle& style, const std::vector<CurvePoint>& points) {
    line(style, points);
    QCPGraph* graph = m_plot.graph(m_plot.graphCount() - 1);
    graph->setLineStyle(QCPGraph::lsStepLeft);
    QColor shade = style.colour;
    shade.setAlphaF(shade.alphaF() * 0.12F);
    graph->setBrush(shade);
}

void Canvas::band(const ContenderStyle& style, const std::vector<double>& firstX,
                  const std::vector<double>& secondX, const std::vector<double>& y) {
    auto* area = new QCPCurve(m_plot.xAxis, m_plot.yAxis);
    QColor shade = style.colour;
    shade.setAlphaF(shade.alphaF() * 0.14F);
    area->setPen(Qt::NoPen);
    area->setBrush(shade);
    area->setAntialiasedFill(false);
    for (std::size_t i = 0; i < y.size(); ++i) area->addData(firstX[i], y[i]);
    for (std::size_t i = y.size(); i-- > 0;) area->addData(secondX[i], y[i]);
}

void Canvas::whisker(const ContenderStyle& style, double x, double y,
                     const std::optional<Interval>& interval) {
    marks(style, {{x, y}});
    if (!interval) return;
    constexpr double cap = 0.12;
    const auto stroke = [&](double fromX, double fromY, double toX, double toY) {
        auto* bar = new QCPCurve(m_plot.xAxis, m_plot.yAxis);
        bar->setPen(QPen(opaque(style.colour), widthOf(style)));
        bar->addData(fromX, fromY);
        bar->addData(toX, toY);
    };
    stroke(interval->low, y, interval->high, y);
    stroke(interval->low, y - cap, interval->low, y + cap);
    stroke(interval->high, y - cap, interval->high, y + cap);
}

void Canvas::bars(const ContenderStyle& style, const std::vector<CurvePoint>& points,
                  const std::vector<Interval>& intervals) {
    QCPGraph* graph = m_plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    auto* bars = new QCPErrorBars(m_plot.xAxis, m_plot.yAxis);
    bars->setDataPlottable(graph);
    bars->setPen(QPen(opaque(style.colour), 1.5));
    bars->setWhiskerWidth(6);
    bars->setSymbolGap(0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        graph->addData(points[i].x, points[i].y);
        bars->addData(points[i].y - intervals[i].low, intervals[i].high - points[i].y);
    }
}

void Canvas::rule(double x) {
    auto* line = new QCPItemStraightLine(&m_plot);
    line->point1->setCoords(x, 0);
    line->point2->setCoords(x, 1);
    line->setPen(QPen(m_theme.faintText, 1));
    line->setLayer("grid");
}

void Canvas::nameLineEnds(std::vector<LineEnd> ends, const std::vector<QString>& names) {
    // Where lines end at one height, who was there first stands highest.
    std::ranges::stable_sort(ends, {}, &LineEnd::x);
    m_ends = std::move(ends);
    m_plot.axisRect()->setMargins(QMargins(0, 0, widthOfNames(names), 0));
}

int Canvas::widthOfNames(const std::vector<QString>& names) const {
    QFont bold = m_font;
    bold.setBold(true);
    int widest = 0;
    for (const QString& name : names) {
        widest = std::max(widest, QFontMetrics(bold).horizontalAdvance(name));
    }
    constexpr int gap = 12;
    return widest + gap;
}

void Canvas::say(const QString& words) {
    m_plot.axisRect()->setMargins(QMargins(0, 0, 0, 0)); // In the middle of the card.
    auto* text = new QCPItemText(&m_plot);
    text->position->setType(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(0.5, 0.5);
    text->setText(words);
    text->setClipToAxisRect(false);
    text->setFont(m_font);
    text->setColor(m_theme.faintText);
}

void Canvas::end() {
    endCells();
    const QCPAxis& x = *m_plot.xAxis;
    const QCPAxis& y = *m_plot.yAxis;
    const QRect area = m_plot.axisRect()->rect();
    // Who has been zoomed out of sight has no name there.
    std::erase_if(m_ends, [&](const LineEnd& end) {
        return !y.range().contains(end.y) || end.x < x.range().lower;
    });
    for (LineEnd& end : m_ends) end.x = std::min(end.x, x.range().upper);
    std::vector<double> wanted;
    for (const LineEnd& end : m_ends) wanted.push_back(y.coordToPixel(end.y));
    const double line = 1.15 * QFontMetrics(m_font).height();
    const std::vector<double> places = labelPlaces(wanted, line, area.top(), area.bottom());
    const double right = x.range().upper;
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const LineEnd& end = m_ends[i];
        const double place = y.pixelToCoord(places[i]);
        const bool away = std::abs(places[i] - wanted[i]) > line / 2 ||
                          area.right() - x.coordToPixel(end.x) > line;
        if (away) {
            auto* leader = new QCPItemLine(&m_plot);
            leader->start->setCoords(end.x, end.y);
            leader->end->setCoords(right, place);
            leader->setClipToAxisRect(false);
            QColor colour = end.style->colour;
            colour.setAlphaF(0.5F);
            leader->setPen(QPen(colour, 1));
        }
        label(*end.style, end.text, right, place);
    }
}

void Canvas::label(const ContenderStyle& style, const QString& text, double x, double y) {
    auto* label = new QCPItemText(&m_plot);
    label->position->setCoords(x, y);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setText(text);
    QFont font = m_font;
    font.setBold(true);
    label->setFont(font);
    label->setColor(opaque(style.colour));
    label->setPadding(QMargins(6, 0, 0, 0));
    label->setClipToAxisRect(false);
}

} // namespace troika::ui
