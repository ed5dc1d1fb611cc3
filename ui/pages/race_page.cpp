// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/race_page.h"

#include "models/result_words.h"
#include "pages/board_view.h"
#include "pages/folded_label.h"
#include "pages/labels.h"
#include "pages/measure_box.h"
#include "pages/point_chooser.h"
#include "pages/queue_box.h"
#include "plots/chart.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <troika/result/against.h>

namespace troika::ui {

namespace {

/// In the order of RaceViews.
std::vector<ChartViewPtr> raceViews() {
    std::vector<ChartViewPtr> views;
    views.push_back(raceView());
    views.push_back(rateView());
    views.push_back(roundsView());
    views.push_back(ratioView());
    views.push_back(sweepView());
    views.push_back(mapView());
    views.push_back(depthView());
    return views;
}

/// In the order of LatencyViews.
std::vector<ChartViewPtr> latencyViews() {
    std::vector<ChartViewPtr> views;
    views.push_back(percentileView());
    views.push_back(histogramView());
    views.push_back(sweepView());
    return views;
}

QToolButton* switchButton(const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("role", "switch");
    button->setCheckable(true);
    return button;
}

} // namespace

RacePage::RacePage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_race(new Chart("race", raceViews())),
      m_latency(new Chart("latency", latencyViews())) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(12);
    charts->addWidget(m_race, 1);
    charts->addWidget(m_latency, 1);
    rows->addLayout(charts, 1);
    rows->addWidget(buildBoard());
    buildLatencySwitches();
    buildBaselines();
    buildSweep();
    for (Chart* chart : this->charts()) {
        connect(chart, &Chart::saveWanted, this, [this, chart] { Q_EMIT saveChartWanted(chart); });
        connect(chart, &Chart::copyWanted, this,
                [chart] { QGuiApplication::clipboard()->setImage(chart->image({})); });
    }
    connect(&m_board, &BoardModel::hiddenChanged, this, [this] {
        for (Chart* chart : this->charts()) chart->setHidden(m_board.hidden());
    });
    connect(m_boardView, &BoardView::copyWanted, this, &RacePage::copyBoard);
    connect(m_boardView, &BoardView::emphasized, this, [this](const QString& label) {
        for (Chart* chart : this->charts()) chart->setEmphasized(label);
    });
    connect(&session, &Session::measured, this, &RacePage::showMeasured);
    connect(&session, &Session::stateChanged, this, &RacePage::showState);
    connect(&session.document(), &ScenarioDocument::changed, this, &RacePage::restyle);
    connect(&session, &Session::opened, this, [this] {
        chooseViews(true);
        if (m_session.sweep()) chooseSweep();
    });
}

QWidget* RacePage::buildBoard() {
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* column = new QVBoxLayout(card);
    m_verdict = new FoldedLabel("verdict");
    m_verdict->setObjectName("verdict");
    m_verdict->setJoint(" ");
    m_sweepVerdict = roleLabel("verdict");
    m_sweepVerdict->setObjectName("sweepVerdict");
    m_sweepVerdict->setTextFormat(Qt::RichText);
    m_sweepVerdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sweepVerdict->hide();
    m_point = new PointChooser;
    m_doubts = new FoldedLabel("doubt");
    m_doubts->setObjectName("doubts");
    m_sorted.setSourceModel(&m_board);
    m_sorted.setSortRole(BoardModel::SortRole);
    m_boardView = new BoardView(m_board, m_sorted);
    column->addWidget(m_sweepVerdict);
    column->addWidget(m_point);
    column->addWidget(m_verdict);
    column->addWidget(m_doubts);
    column->addWidget(m_boardView, 1);
    m_verdict->hide();
    m_doubts->hide();
    return card;
}

void RacePage::buildLatencySwitches() {
    m_fromStart = switchButton("latency.fromStart");
    m_fromDue = switchButton("latency.fromDue");
    auto* both = new QWidget; // Exclusive among themselves, not with the views.
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(12, 0, 0, 0);
    row->setSpacing(2);
    for (QToolButton* button : {m_fromStart, m_fromDue}) {
        button->setAutoExclusive(true);
        row->addWidget(button);
    }
    m_fromStart->setChecked(true);
    m_latency->header().addSwitch(both);
    connect(m_fromStart, &QToolButton::clicked, this, [this] { m_latency->setFromStart(true); });
    connect(m_fromDue, &QToolButton::clicked, this, [this] { m_latency->setFromStart(false); });
}

void RacePage::buildBaselines() {
    m_baselines = new QComboBox;
    m_baselines->setObjectName("race.baseline");
    m_race->header().addBesideTitle(m_baselines);
    connect(m_baselines, &QComboBox::activated, this, [this](int place) {
        m_baseline = m_baselines->itemData(place).toString().toStdString();
        showComparisons();
    });
    connect(m_race, &Chart::chose, m_baselines,
            [this](std::size_t view) { m_baselines->setVisible(view == Ratio); });
    m_race->choose(Race);
}

void RacePage::setTheme(const Theme& theme) {
    m_theme = theme;
    for (Chart* chart : charts()) chart->setTheme(theme);
    m_boardView->setTheme(theme);
    for (FoldedLabel* words : {m_verdict, m_doubts}) {
        words->setLinkColour(words == m_doubts ? theme.doubtText : theme.accent);
    }
    restyle();
}

void RacePage::setLanguage(Language language) {
    m_language = language;
    m_fromStart->setText(tr("from start"));
    m_fromStart->setToolTip(tr("Service time: from when a task began"));
    m_fromDue->setText(tr("from due"));
    m_fromDue->setToolTip(tr("Response time: from when a task was due"));
    m_baselines->setAccessibleName(tr("Compared with"));
    m_baselines->setToolTip(tr("Compared with"));
    m_boardView->setLanguage();
    for (MeasureBox* box : {m_raceMeasure, m_latencyMeasure}) box->retranslate();
    m_board.setLanguage(language);
    showState();
    showMeasured();
}

/// Where there is room every contender is told against the baseline; other pairs are unfolded.
void RacePage::foldWords() {
    constexpr int toldInNarrow = 2;
    constexpr int toldInLow = 3;
    constexpr int doubtsInRoom = 3;
    constexpr int lowLines = 54;
    const bool low = height() < lowLines * fontMetrics().height();
    const auto result = m_session.result();
    const int told =
        result == nullptr ? 0 : verdictsAgainstBaseline(result->result, m_session.point());
    int most = low ? toldInLow : told;
    if (m_narrow) most = toldInNarrow;
    const bool swept = m_session.sweep() != nullptr; // All points together are told above.
    if (swept) most = std::min(most, m_narrow ? 1 : 2);
    m_verdict->setFolded(std::min(most, told));
    m_doubts->setFolded(m_narrow || low || swept ? 1 : doubtsInRoom);
    // Where there is little room a sweep's charts need it more than the last rows.
    m_boardView->setMaximumHeight(swept && m_narrow ? m_boardView->minimumSizeHint().height()
                                                    : QWIDGETSIZE_MAX);
}

void RacePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    foldWords();
}

void RacePage::setNarrow(bool narrow) {
    m_narrow = narrow;
    foldWords();
    for (QWidget* verdict : std::initializer_list<QWidget*>{m_sweepVerdict, m_verdict}) {
        verdict->setProperty("narrow", narrow);
        verdict->style()->unpolish(verdict);
        verdict->style()->polish(verdict);
    }
}

void RacePage::setBrief(bool brief) { m_boardView->setVisible(!brief); }

/// In a batch everything is due at once, and the response time is the race once more; otherwise it
/// is what somebody waits.
void RacePage::chooseViews(bool anew) {
    const bool batch = m_session.shownScenario().workload.arrivals.kind == "batch";
    if (!anew && batch == m_batch) return;
    m_batch = batch;
    for (Chart* chart : charts()) chart->setBatch(batch);
    m_race->choose(batch ? Race : Rate);
    (batch ? m_fromStart : m_fromDue)->setChecked(true);
    m_latency->setFromStart(batch);
}

/// Figures stand beside the settings that they were measured with.
void RacePage::restyle() {
    chooseViews(false);
    const Scenario& scenario = m_session.shownScenario();
    const Catalogue& catalogue = m_session.document().catalogue();
    auto styles = contenderStyles(scenario, catalogue, m_theme, m_language);
    m_board.setStyles(styles, scenario, catalogue);
    for (Chart* chart : charts()) {
        chart->setStyles(styles);
        chart->setHidden(m_board.hidden());
    }
    m_boardView->fitColumns();
    if (m_session.result()) showComparisons();
}

void RacePage::showMeasured() {
    for (Chart* chart : charts()) {
        chart->setLive(m_session.state() == Session::State::Running);
        if (m_session.state() == Session::State::Running) {
            chart->setSweep(m_session.sweep(), m_session.point(), m_language);
        }
        chart->setCurves(m_session.curves());
    }
    if (m_session.result()) return;
    // Figures are read, not watched: three times a second, while the curves move ten times.
    constexpr int boardIntervalMs = 300;
    const bool due = !m_boardShown.isValid() || m_boardShown.elapsed() >= boardIntervalMs;
    if (!due && !m_session.data().empty()) return;
    m_board.setLive(m_session.data());
    m_boardShown.start();
}

/// What was chosen for one result says nothing about the next.
void RacePage::showAnother() {
    if (m_shown == m_session.result()) return;
    m_shown = m_session.result();
    m_baseline.clear();
    m_boardView->clearSelection();
    for (Chart* chart : charts()) chart->reset();
    if (m_shown) m_boardView->sortByColumn(BoardModel::RateText, Qt::DescendingOrder);
}

void RacePage::showState() {
    const auto result = m_session.result();
    showAnother();
    const bool known = result != nullptr && !result->result.points.empty();
    m_race->setOffered(Ratio, known);
    m_race->setOffered(Queue, known && hasQueues(result->result.scenario.workload));
    m_queue->show(m_session.shownScenario().workload, m_session.document().catalogue(), m_language);
    m_doubts->setVisible(false);
    const QString subject = QString::fromStdString(m_session.shownScenario().title.in(m_language));
    const QString footnote = known ? footnoteText(result->result) : QString();
    for (Chart* chart : charts()) {
        chart->setFootnote(footnote);
        chart->setSubject(subject);
        chart->setEmptyText(known ? tr("Nothing of it was measured, or kept.")
                                  : tr("Run the race to see it here."));
    }
    restyle();
    showSweep();
    if (!known) {
        m_verdict->hide();
        m_boardView->sortByColumn(-1, Qt::DescendingOrder);
        return;
    }
    showVerdict();
    fillBaselines();
}

void RacePage::showVerdict() {
    const RunResult& result = m_session.result()->result;
    const std::size_t place = m_session.point();
    m_verdict->setSentences(verdictsHtml(result, m_language, place));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    m_doubts->setSentences(doubtsHtml(result, m_language, place));
    m_doubts->setVisible(!m_doubts->text().isEmpty());
    foldWords();
    m_boardView->fitColumns();
}

void RacePage::showComparisons() {
    const RunResult& result = m_session.result()->result;
    if (result.points.empty()) return;
    const std::string& baseline = m_baseline.empty() ? result.scenario.baseline : m_baseline;
    auto comparisons = throughputAgainst(point(), result.scenario, baseline);
    m_board.setResult(point(), comparisons, baseline);
    const QString title = QString::fromStdString(result.scenario.titleOf(baseline).in(m_language));
    m_race->setComparisons(std::move(comparisons), title);
}

void RacePage::fillBaselines() {
    const RunResult& result = m_session.result()->result;
    const std::string& baseline = m_baseline.empty() ? result.scenario.baseline : m_baseline;
    m_baselines->clear();
    for (const ContenderStyle& style : m_board.styles()) {
        const ContenderResult* contender = point().contender(style.label);
        if (contender == nullptr || !contender->throughput.median) continue;
        m_baselines->addItem(style.title, QString::fromStdString(style.label));
        if (style.label == baseline) m_baselines->setCurrentIndex(m_baselines->count() - 1);
    }
}

void RacePage::copyBoard() {
    QGuiApplication::clipboard()->setText(m_board.asText(m_boardView->order()));
}

void RacePage::setAllFigures(bool all) { m_boardView->setAllFigures(all); }

void RacePage::copyCharts() {
    const PrintSize size;
    QImage both(size.pixels.width(), 2 * size.pixels.height(), QImage::Format_RGB32);
    QPainter painter(&both);
    int top = 0;
    for (Chart* chart : charts()) {
        const QImage one = chart->image(size);
        painter.drawImage(0, top, one);
        top += one.height();
    }
    painter.end();
    QGuiApplication::clipboard()->setImage(both);
}

QString RacePage::saveCharts(const QString& folder, const QStringList& formats,
                             const PrintSize& size) {
    if (!QDir().mkpath(folder)) return tr("%1 cannot be made.").arg(folder);
    for (const QString& format : formats) {
        for (Chart* chart : charts()) {
            const QString file = folder + "/" + chart->fileName() + "." + format;
            const QString wrong = chart->save(file, size);
            if (!wrong.isEmpty()) return file + ": " + wrong;
        }
    }
    return {};
}

} // namespace troika::ui
