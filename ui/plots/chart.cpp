// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <qcustomplot.h>

namespace troika::ui {

Chart::Chart(const QString& name, std::vector<ChartViewPtr> views, QWidget* parent)
    : QFrame(parent),
      m_views(std::move(views)),
      m_header(new ChartHeader),
      m_plot(new QCustomPlot),
      m_cursor(new QFrame(m_plot)),
      m_footnote(new QLabel),
      m_canvas(std::make_unique<Canvas>(*m_plot)) {
    setObjectName(name);
    setProperty("card", true);
    m_footnote->setProperty("role", "faint");
    m_footnote->hide();
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        auto* button = new QToolButton(m_header);
        button->setObjectName(QString("%1.view%2").arg(name).arg(i));
        button->setProperty("role", "switch");
        button->setCheckable(true);
        button->setAutoExclusive(true);
        connect(button, &QToolButton::clicked, this, [this, i] { choose(i); });
        m_switches.push_back(button);
        button->setVisible(m_views.size() > 1);
        m_header->addSwitch(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_header);
    column->addWidget(m_plot, 1);
    column->addWidget(m_footnote);
    m_cursor->setObjectName("cursor");
    m_cursor->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_cursor->hide();
    m_plot->setObjectName(name + ".plot");
    m_plot->setMinimumSize(240, 120);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    // Names stand at the lines; a legend that nobody sees would be laid out at every drawing.
    m_plot->setAutoAddPlottableToLegend(false);
    // What changes at once is painted at once, all charts and the board together.
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
    m_plot->installEventFilter(this);
    // Room for names at the ends of lines.
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msTop | QCP::msBottom);
    // The plot zooms after it has told; names keep to what is seen.
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] {
        m_zoomed = true;
        QMetaObject::invokeMethod(this, &Chart::redraw, Qt::QueuedConnection);
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] { showAll(); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        if ((event->buttons() & Qt::LeftButton) != 0) {
            m_zoomed = true;
            QMetaObject::invokeMethod(this, &Chart::redraw, Qt::QueuedConnection);
        }
        pointAt(event->position());
    });
    connect(m_plot, &QCustomPlot::mousePress, this,
            [this](const QMouseEvent* event) { m_pressed = event->position(); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent* event) {
        if (event->button() == Qt::LeftButton) click(event->position());
    });
    applyTheme();
    choose(0);
}

Chart::~Chart() = default;

void Chart::setTheme(const Theme& theme) {
    m_theme = theme;
    applyTheme();
    redraw();
}

void Chart::setStyles(std::vector<ContenderStyle> styles) {
    m_content.styles = std::move(styles);
    redraw();
}

void Chart::setCurves(const RaceCurves& curves) {
    const ChartView& view = *m_views[m_chosen];
    const bool alike = std::ranges::equal(m_content.curves, curves, [&](auto& one, auto& other) {
        return one.first == other.first && view.alike(one.second, other.second);
    });
    m_content.curves = curves;
    if (curves.empty()) m_zoomed = false;
    if (!alike) redraw();
}

void Chart::setComparisons(std::vector<Comparison> comparisons, const QString& baseline) {
    m_content.comparisons = std::move(comparisons);
    m_content.baseline = baseline;
    retranslate();
    redraw();
}

void Chart::setHidden(std::set<std::string> hidden) {
    m_content.hidden = std::move(hidden);
    redraw();
}

void Chart::setEmphasized(const QString& label) {
    if (m_emphasized == label) return;
    m_emphasized = label;
    redraw();
}

void Chart::setFromStart(bool fromStart) {
    m_content.fromStart = fromStart;
    retranslate();
    showAll();
}

void Chart::setBatch(bool batch) {
    m_content.batch = batch;
    retranslate();
}

void Chart::setSweep(std::shared_ptr<const SweepTable> table, std::size_t chosen,
                     Language language) {
    if (!table && !m_content.sweep.table) return;
    m_content.sweep.table = std::move(table);
    m_content.sweep.chosen = chosen;
    m_content.sweep.language = language;
    retranslate();
    redraw();
}

void Chart::setMeasure(Measure measure) {
    m_content.sweep.measure = measure;
    retranslate();
    showAll();
}

void Chart::setQueue(std::size_t queue) {
    m_content.queue = queue;
    retranslate();
    showAll();
}

QString Chart::fileName() const {
    const QString name = m_views[m_chosen]->fileName(m_content);
    return name.isEmpty() ? objectName() : name;
}

void Chart::setLive(bool live) {
    m_live = live;
    m_plot->setPlottingHint(QCP::phFastPolylines, live);
}

void Chart::setEmptyText(const QString& text) {
    m_emptyText = text;
    redraw();
}

void Chart::setFootnote(const QString& text) {
    m_footnote->setText(text);
    m_footnote->setVisible(!text.isEmpty());
}

void Chart::reset() {
    m_emphasized.clear();
    showAll();
}

void Chart::choose(std::size_t view) {
    m_chosen = view;
    m_switches[view]->setChecked(true);
    prepare();
    retranslate();
    showAll();
    Q_EMIT chose(view);
    m_header->arrange(); // What stands beside the title may be another.
}

void Chart::setOffered(std::size_t view, bool offered) {
    m_switches[view]->setVisible(offered);
    m_header->arrange();
    if (!offered && m_chosen == view) choose(0);
}

void Chart::putFirst(const std::vector<std::size_t>& views) {
    for (std::size_t i = views.size(); i-- > 0;) m_header->moveToFront(m_switches[views[i]]);
}

void Chart::prepare() {
    m_plot->setLocale(QLocale());
    m_plot->yAxis->setTickLabels(true);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) axis->grid()->setVisible(true);
    m_views[m_chosen]->prepare(*m_plot);
}

/// Lays the chart out for a size that is not the screen's, and back again.
template <class Print>
auto Chart::printed(const PrintSize& size, Print print) {
    const QSize area = size.layout() - QSize(0, 2 * printLine);
    const QRect before = m_plot->viewport();
    m_plot->setUpdatesEnabled(false); // The screen shows nothing of it.
    m_plot->setPlottingHint(QCP::phFastPolylines, false);
    m_plot->setViewport(QRect(QPoint(0, 0), area));
    m_plot->replot(); // Lays the axes out.
    redraw();
    QString title = m_header->title();
    if (!m_subject.isEmpty()) title = m_subject + " — " + title;
    auto done = print(PrintedChart{*m_plot, title, m_footnote->text(), m_theme, font()});
    m_plot->setViewport(before);
    setLive(m_live);
    m_plot->setUpdatesEnabled(true);
    m_plot->replot();
    redraw();
    return done;
}

QImage Chart::image(const PrintSize& size) {
    return printed(size, [&](const PrintedChart& chart) { return chartImage(chart, size); });
}

QString Chart::save(const QString& file, const PrintSize& size) {
    return printed(size, [&](const PrintedChart& chart) { return writeChart(chart, size, file); });
}

void Chart::redraw() {
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    m_canvas->begin(m_theme, font(), m_emphasized);
    m_views[m_chosen]->draw(*m_canvas, m_content);
    if (m_zoomed) {
        m_plot->xAxis->setRange(x);
        m_plot->yAxis->setRange(y);
    }
    const bool empty = m_canvas->empty();
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) axis->setVisible(!empty);
    if (empty) m_canvas->say(m_emptyText);
    m_canvas->end();
    const auto ticks = [](int pixels, int ofTick) { return std::max(2, pixels / ofTick); };
    const QSize area = m_plot->axisRect()->size();
    m_plot->xAxis->ticker()->setTickCount(ticks(area.width(), 72));
    m_plot->yAxis->ticker()->setTickCount(std::min(8, ticks(area.height(), 48)));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::showAll() {
    m_zoomed = false;
    redraw();
}

void Chart::retranslate() {
    for (std::size_t i = 0; i < m_views.size(); ++i) m_switches[i]->setText(m_views[i]->name());
    const QString title = m_views[m_chosen]->title(m_content);
    m_header->setTitle(title);
    m_plot->setAccessibleName(title);
    m_header->arrange();
}

void Chart::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_plot->replot(); // Lays the axes out, from whose height distances follow.
    redraw();
}

void Chart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        constexpr int leastLines = 9; // Axes, and some names above one another.
        m_plot->setMinimumHeight(leastLines * fontMetrics().height());
    }
    if (event->type() == QEvent::LanguageChange) {
        prepare(); // Ticks are words too.
        retranslate();
        redraw();
    }
    QFrame::changeEvent(event);
}

void Chart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Show all"), this, &Chart::showAll);
    menu.addAction(tr("Copy the chart"), this, &Chart::copyWanted);
    menu.addAction(tr("Save the chart…"), this, &Chart::saveWanted);
    menu.exec(event->globalPos());
}

bool Chart::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) pointAt({-1, -1});
    if (event->type() == QEvent::Resize) { // After the plot itself has seen it.
        QMetaObject::invokeMethod(this, &Chart::redraw, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = dynamic_cast<QKeyEvent*>(event);
        if (key != nullptr && press(key->key())) return true;
    }
    return QFrame::eventFilter(watched, event);
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

} // namespace troika::ui
