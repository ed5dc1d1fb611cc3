// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart.h"

#include "plots/label_places.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// Height of the title, and of the small print, in what is saved.
constexpr int printLine = 28;

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
    const bool empty = style.hollow || style.marker == Marker::Ring;
    return {shape, QPen(style.colour, 1.5), empty ? QBrush(Qt::NoBrush) : QBrush(style.colour),
            size};
}

} // namespace

Chart::Chart(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel),
      m_header(new QHBoxLayout),
      m_plot(new QCustomPlot),
      m_footnote(new QLabel) {
    setObjectName("card");
    m_title->setObjectName("heading");
    m_footnote->setObjectName("faint");
    m_footnote->hide();
    m_header->addWidget(m_title);
    m_header->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addLayout(m_header);
    column->addWidget(m_plot, 1);
    column->addWidget(m_footnote);
    m_plot->setMinimumSize(240, 120);
    // Room for names at the ends of lines.
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msTop | QCP::msBottom);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_zoomed = true; });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] { showAll(); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        if ((event->buttons() & Qt::LeftButton) != 0) m_zoomed = true;
        const double x = m_plot->xAxis->pixelToCoord(event->position().x());
        const double y = m_plot->yAxis->pixelToCoord(event->position().y());
        const bool inside = m_plot->axisRect()->rect().contains(event->position().toPoint());
        const QString text = inside ? describe(x, y) : QString();
        m_plot->setToolTip(text);
        Q_EMIT pointedAt(text);
    });
    applyTheme();
}

void Chart::setTheme(const Theme& theme) {
    m_theme = theme;
    applyTheme();
    redraw();
}

void Chart::setStyles(std::vector<ContenderStyle> styles) {
    m_styles = std::move(styles);
    redraw();
}

void Chart::setHidden(std::set<std::string> hidden) {
    m_hidden = std::move(hidden);
    redraw();
}

void Chart::setFootnote(const QString& text) {
    m_footnote->setText(text);
    m_footnote->setVisible(!text.isEmpty());
}

bool Chart::save(const QString& file, double scale) {
    const QSize size = m_plot->size() + QSize(0, 2 * printLine);
    if (file.endsWith(".svg")) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(0, 0), size));
        svg.setTitle(m_title->text());
        paint(svg);
        return QFileInfo(file).size() > 0;
    }
    if (file.endsWith(".pdf")) {
        QPdfWriter pdf(file);
        constexpr int pointsOfInch = 72;
        pdf.setResolution(pointsOfInch);
        pdf.setPageSize(QPageSize(QSizeF(size), QPageSize::Point));
        pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
        pdf.setTitle(m_title->text());
        paint(pdf);
        return QFileInfo(file).size() > 0;
    }
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    paint(image);
    return image.save(file);
}

void Chart::paint(QPaintDevice& device) {
    const int width = m_plot->width();
    const int height = m_plot->height();
    QCPPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, 0, width, height + 2 * printLine), m_theme.surface);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_theme.text);
    painter.drawText(QRect(8, 0, width - 16, printLine), Qt::AlignLeft | Qt::AlignVCenter,
                     m_title->text());
    painter.setFont(font());
    painter.setPen(m_theme.faintText);
    painter.drawText(QRect(8, height + printLine, width - 16, printLine),
                     Qt::AlignLeft | Qt::AlignVCenter, m_footnote->text());
    painter.translate(0, printLine);
    m_plot->toPainter(&painter, width, height);
}

void Chart::setTitle(const QString& title) {
    m_title->setText(title);
    m_plot->setAccessibleName(title);
}

void Chart::makeRoomForNames(const QString& more) {
    QFont bold = font();
    bold.setBold(true);
    int widest = 0;
    for (const ContenderStyle& style : m_styles) {
        widest = std::max(widest, QFontMetrics(bold).horizontalAdvance(style.title + more));
    }
    constexpr int gap = 12;
    m_plot->axisRect()->setMargins(QMargins(0, 0, widest + gap, 0));
}

void Chart::labelLineEnds(std::vector<LineEnd> ends) {
    // Where lines end at one height, who was there first stands highest.
    std::ranges::stable_sort(ends, {}, &LineEnd::x);
    m_ends = std::move(ends);
}

void Chart::placeLabels() {
    const std::vector<LineEnd>& ends = m_ends;
    const QCPAxis& x = *m_plot->xAxis;
    const QCPAxis& y = *m_plot->yAxis;
    const QRect area = m_plot->axisRect()->rect();
    std::vector<double> wanted;
    for (const LineEnd& end : ends) wanted.push_back(y.coordToPixel(end.y));
    const double line = 1.15 * QFontMetrics(font()).height();
    const std::vector<double> places = labelPlaces(wanted, line, area.top(), area.bottom());
    const double right = x.range().upper;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const LineEnd& end = ends[i];
        const double place = y.pixelToCoord(places[i]);
        const bool away = std::abs(places[i] - wanted[i]) > line / 2 ||
                          area.right() - x.coordToPixel(end.x) > line;
        if (away) {
            auto* leader = new QCPItemLine(m_plot);
            leader->start->setCoords(end.x, end.y);
            leader->end->setCoords(right, place);
            leader->setClipToAxisRect(false);
            QColor colour = end.style->colour;
            colour.setAlphaF(0.5F);
            leader->setPen(QPen(colour, 1));
        }
        addLabel(*end.style, end.text, right, place);
    }
}

void Chart::clear() {
    m_plot->clearPlottables();
    m_plot->clearItems();
}

QCPGraph* Chart::addLine(const ContenderStyle& style) {
    QCPGraph* graph = m_plot->addGraph();
    QPen pen(style.colour, 2, style.dash);
    pen.setCapStyle(Qt::FlatCap);
    graph->setPen(pen);
    graph->setName(style.title);
    graph->setAdaptiveSampling(true);
    return graph;
}

QCPGraph* Chart::addMarks(const ContenderStyle& style) {
    QCPGraph* graph = m_plot->addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(scatter(style));
    return graph;
}

void Chart::addLabel(const ContenderStyle& style, const QString& text, double x, double y) {
    auto* label = new QCPItemText(m_plot);
    label->position->setCoords(x, y);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setText(text);
    QFont font = this->font();
    font.setBold(true);
    label->setFont(font);
    QColor colour = style.colour;
    colour.setAlpha(255);
    label->setColor(colour);
    label->setPadding(QMargins(6, 0, 0, 0));
    label->setClipToAxisRect(false);
}

void Chart::redraw() {
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    clear();
    m_ends.clear();
    draw();
    if (m_zoomed) {
        m_plot->xAxis->setRange(x);
        m_plot->yAxis->setRange(y);
    }
    placeLabels();
    const bool empty = m_plot->plottableCount() == 0;
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) axis->setVisible(!empty);
    if (empty) sayEmpty();
    constexpr int pixelsOfTick = 72;
    const int ticks = std::max(2, m_plot->axisRect()->width() / pixelsOfTick);
    m_plot->xAxis->ticker()->setTickCount(ticks);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::sayEmpty() {
    auto* words = new QCPItemText(m_plot);
    words->position->setType(QCPItemPosition::ptAxisRectRatio);
    words->position->setCoords(0.5, 0.5);
    words->setText(tr("Run the race to see it here."));
    words->setFont(font());
    words->setColor(m_theme.faintText);
}

void Chart::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_plot->replot(); // Lays the axes out, from whose height distances follow.
    redraw();
}

void Chart::applyTheme() {
    m_plot->setBackground(QBrush(m_theme.surface));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(m_theme.hairline));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(m_theme.faintText);
        axis->setLabelColor(m_theme.faintText);
        axis->grid()->setPen(QPen(m_theme.hairline, 1));
        axis->grid()->setZeroLinePen(QPen(m_theme.hairline, 1));
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
    }
    m_plot->yAxis->setBasePen(Qt::NoPen);
}

void Chart::showAll() {
    m_zoomed = false;
    redraw();
}

} // namespace troika::ui
