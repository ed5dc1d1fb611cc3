// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas's cells: what maps are drawn with. Text and hatching are placed at the end, when it is
// known how many pixels a cell has.
#include "plots/canvas.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// How much of a winner's colour a cell has: text has to stay readable on it.
constexpr double clearShare = 0.42;
constexpr double hatchedShare = 0.14;
constexpr double strokeShare = 0.62;
constexpr double half = 0.5;

} // namespace

QString markerSign(const ContenderStyle& style) {
    // Further contenders of a family have half a marker: on a map, no dash tells them apart.
    const bool further = style.colour.alpha() < 255;
    switch (style.marker) {
    case Marker::Ring:
        return further ? "◌" : "○";
    case Marker::Disc:
        return further ? "◐" : style.hollow ? "○" : "●";
    case Marker::Square:
        return further ? "◧" : style.hollow ? "□" : "■";
    case Marker::Triangle:
        return further ? "◭" : style.hollow ? "△" : "▲";
    case Marker::Diamond:
        return further ? "◈" : style.hollow ? "◇" : "◆";
    }
    return {};
}

QColor Canvas::mixed(const ContenderStyle& style, double share) const {
    // A family's second contender is fainter, and so is its cell.
    const double part = share * style.colour.alphaF();
    const auto mix = [part](float one, float other) {
        return static_cast<float>(part * one + (1 - part) * other);
    };
    const QColor& ground = m_theme.surface;
    return QColor::fromRgbF(mix(style.colour.redF(), ground.redF()),
                            mix(style.colour.greenF(), ground.greenF()),
                            mix(style.colour.blueF(), ground.blueF()));
}

void Canvas::cell(Cell cell) {
    auto* area = new QCPCurve(m_plot.xAxis, m_plot.yAxis);
    area->setPen(QPen(m_theme.surface, 2));
    area->setBrush(cell.style == nullptr
                       ? QBrush(m_theme.ground)
                       : QBrush(mixed(*cell.style, cell.hatched ? hatchedShare : clearShare)));
    area->addData(cell.x - half, cell.y - half);
    area->addData(cell.x + half, cell.y - half);
    area->addData(cell.x + half, cell.y + half);
    area->addData(cell.x - half, cell.y + half);
    area->addData(cell.x - half, cell.y - half);
    m_cells.push_back(std::move(cell));
}

void Canvas::legend(const std::vector<std::pair<const ContenderStyle*, QString>>& entries) {
    std::vector<QString> names;
    double place = 0.04;
    for (const auto& [style, text] : entries) {
        names.push_back(text);
        auto* label = new QCPItemText(&m_plot);
        label->position->setType(QCPItemPosition::ptAxisRectRatio);
        label->position->setCoords(1, place);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setText(text);
        QFont font = m_font;
        font.setBold(true);
        label->setFont(font);
        QColor colour = style->colour;
        colour.setAlpha(255);
        label->setColor(colour);
        label->setPadding(QMargins(8, 0, 0, 0));
        label->setClipToAxisRect(false);
        place += 1.4 * QFontMetrics(m_font).height() /
                 std::max(1.0, static_cast<double>(m_plot.axisRect()->height()));
    }
    m_plot.axisRect()->setMargins(QMargins(0, 0, widthOfNames(names), 0));
}

void Canvas::endCells() {
    if (m_cells.empty()) return;
    // How many pixels a cell has depends on what stands around the plot now.
    for (const auto phase : {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins,
                             QCPLayoutElement::upLayout}) {
        m_plot.plotLayout()->update(phase);
    }
    for (const Cell& cell : m_cells) {
        if (cell.hatched) hatch(cell);
        textIn(cell);
    }
    for (const Cell& cell : m_cells) {
        if (cell.chosen) frame(cell);
    }
}

/// Strokes from the lower left to the upper right, 7 pixels apart, through the whole cell.
void Canvas::hatch(const Cell& cell) {
    const QCPAxis& x = *m_plot.xAxis;
    const QCPAxis& y = *m_plot.yAxis;
    const double left = x.coordToPixel(cell.x - half);
    const double width = x.coordToPixel(cell.x + half) - left;
    const double bottom = y.coordToPixel(cell.y - half);
    const double height = bottom - y.coordToPixel(cell.y + half);
    if (width <= 0 || height <= 0) return;
    constexpr double apart = 7;
    constexpr int most = 400; // Zoomed in, a cell may be wider than any screen.
    auto* strokes = new QCPCurve(m_plot.xAxis, m_plot.yAxis);
    strokes->setPen(QPen(mixed(*cell.style, strokeShare), 1.25));
    int count = 0;
    for (double start = apart - height; start < width && count < most; start += apart, ++count) {
        const double from = std::max(start, 0.0); // From the left edge.
        const double to = std::min(start + height, width);
        strokes->addData(x.pixelToCoord(left + from), y.pixelToCoord(bottom - (from - start)));
        strokes->addData(x.pixelToCoord(left + to), y.pixelToCoord(bottom - (to - start)));
        constexpr double gap = std::numeric_limits<double>::quiet_NaN();
        strokes->addData(gap, gap);
    }
}

void Canvas::textIn(const Cell& cell) {
    const QCPAxis& x = *m_plot.xAxis;
    const QCPAxis& y = *m_plot.yAxis;
    constexpr double air = 6;
    const double width = x.coordToPixel(cell.x + half) - x.coordToPixel(cell.x - half) - air;
    const double height = y.coordToPixel(cell.y - half) - y.coordToPixel(cell.y + half) - air / 2;
    const QFontMetrics metrics(m_font);
    const auto fits = [&](const QString& text) {
        return metrics.horizontalAdvance(text) <= width && metrics.height() <= height;
    };
    const auto text = std::ranges::find_if(cell.texts, fits);
    if (text == cell.texts.end()) return;
    auto* label = new QCPItemText(&m_plot);
    label->position->setCoords(cell.x, cell.y);
    label->setText(*text);
    label->setFont(m_font);
    label->setColor(cell.style == nullptr ? m_theme.faintText : m_theme.text);
    if (!cell.hatched || cell.style == nullptr) return;
    label->setBrush(mixed(*cell.style, hatchedShare)); // Strokes would run through it.
    label->setPadding(QMargins(3, 1, 3, 1));
}

void Canvas::frame(const Cell& cell) {
    auto* edge = new QCPItemRect(&m_plot);
    edge->topLeft->setCoords(cell.x - half, cell.y + half);
    edge->bottomRight->setCoords(cell.x + half, cell.y - half);
    edge->setPen(QPen(m_theme.text, 2));
    edge->setBrush(Qt::NoBrush);
}

} // namespace troika::ui
