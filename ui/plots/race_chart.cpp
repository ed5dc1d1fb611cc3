// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/race_chart.h"

#include "text/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// A contender that ends later than this many times the median of all runs off the chart.
constexpr double mostOfMedian = 4;

QVector<double> vector(const std::vector<double>& values) { return {values.begin(), values.end()}; }

} // namespace

RaceChart::RaceChart(QWidget* parent)
    : Chart(parent), m_race(new QToolButton), m_perRound(new QToolButton) {
    for (QToolButton* button : {m_race, m_perRound}) {
        button->setObjectName("switch");
        button->setCheckable(true);
        button->setAutoExclusive(true);
        header()->addWidget(button);
    }
    m_race->setChecked(true);
    connect(m_race, &QToolButton::clicked, this, [this] { show(View::Race); });
    connect(m_perRound, &QToolButton::clicked, this, [this] { show(View::PerRound); });
    retranslate();
}

void RaceChart::setData(const RaceData& race) {
    m_curves.clear();
    m_rounds.clear();
    for (const auto& [label, contender] : race) {
        m_curves[label] = raceCurve(contender.finishes);
        m_rounds[label] = contender.throughput;
    }
    if (race.empty()) return showAll();
    redraw();
}

void RaceChart::show(View view) {
    m_view = view;
    retranslate();
    showAll();
}

void RaceChart::retranslate() {
    m_race->setText(tr("race"));
    m_perRound->setText(tr("per round"));
    setTitle(m_view == View::Race ? tr("Tasks finished since all were due")
                                  : tr("Tasks finished a second, round by round"));
    plot().xAxis->setLabel(m_view == View::Race ? tr("time, s") : tr("round"));
}

void RaceChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Chart::changeEvent(event);
}

void RaceChart::draw() {
    makeRoomForNames(m_view == View::Race ? " → 99.9 s" : "");
    if (m_view == View::Race) {
        drawRace();
    } else {
        drawRounds();
    }
}

void RaceChart::drawRace() {
    std::vector<double> ends;
    double tasks = 1;
    for (const auto& [label, curve] : m_curves) {
        if (isHidden(label) || curve.tasks.size() < 2) continue;
        ends.push_back(curve.latest.back());
        tasks = std::max(tasks, curve.tasks.back());
    }
    double width = 1e-3;
    if (!ends.empty()) {
        std::sort(ends.begin(), ends.end());
        width = std::min(ends.back(), mostOfMedian * ends[(ends.size() - 1) / 2]);
    }
    plot().xAxis->setRange(0, width * 1.02);
    plot().yAxis->setRange(0, tasks * 1.02);
    for (const ContenderStyle& style : styles()) {
        const auto found = m_curves.find(style.label);
        if (found == m_curves.end() || isHidden(style.label)) continue;
        const RaceCurve& curve = found->second;
        if (curve.tasks.size() < 2) continue;
        // The band lies between two lines that are not drawn.
        QCPCurve* band = new QCPCurve(plot().xAxis, plot().yAxis);
        QColor shade = style.colour;
        shade.setAlphaF(shade.alphaF() * 0.14F);
        band->setPen(Qt::NoPen);
        band->setBrush(shade);
        for (std::size_t i = 0; i < curve.tasks.size(); ++i) {
            band->addData(curve.earliest[i], curve.tasks[i]);
        }
        for (std::size_t i = curve.tasks.size(); i-- > 0;) {
            band->addData(curve.latest[i], curve.tasks[i]);
        }
        auto* line = new QCPCurve(plot().xAxis, plot().yAxis);
        line->setPen(QPen(style.colour, 2, style.dash));
        line->setData(vector(curve.median), vector(curve.tasks));
    }
    labelEnds(width);
}

/// Who runs off the chart says where it ends.
void RaceChart::labelEnds(double width) {
    std::vector<LineEnd> ends;
    for (const ContenderStyle& style : styles()) {
        const auto found = m_curves.find(style.label);
        if (found == m_curves.end() || isHidden(style.label)) continue;
        const RaceCurve& curve = found->second;
        if (curve.tasks.size() < 2) continue;
        std::size_t last = curve.tasks.size() - 1;
        while (last > 0 && curve.median[last] > width) --last;
        const bool runsOff = curve.median.back() > width;
        const QString text =
            runsOff ? style.title + " → " + durationText(curve.median.back()) : style.title;
        ends.push_back({&style, text, curve.median[last], curve.tasks[last]});
    }
    labelLineEnds(ends);
}

void RaceChart::drawRounds() {
    double most = 0;
    std::size_t rounds = 1;
    std::vector<LineEnd> ends;
    for (const ContenderStyle& style : styles()) {
        const auto found = m_rounds.find(style.label);
        if (found == m_rounds.end() || isHidden(style.label) || found->second.empty()) continue;
        QCPGraph* line = addLine(style);
        QCPGraph* marks = addMarks(style);
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            line->addData(static_cast<double>(i + 1), found->second[i]);
            marks->addData(static_cast<double>(i + 1), found->second[i]);
            most = std::max(most, found->second[i]);
        }
        rounds = std::max(rounds, found->second.size());
        ends.push_back(
            {&style, style.title, static_cast<double>(found->second.size()), found->second.back()});
    }
    plot().xAxis->setRange(0.5, static_cast<double>(rounds) + 0.5);
    plot().yAxis->setRange(0, most > 0 ? most * 1.05 : 1);
    labelLineEnds(ends);
}

QString RaceChart::describe(double x, double y) const {
    if (m_view == View::PerRound)
        return tr("round %1: %2 a second").arg(std::round(x)).arg(rateText(y));
    QStringList lines{tr("after %1:").arg(durationText(x))};
    for (const ContenderStyle& style : styles()) {
        const auto found = m_curves.find(style.label);
        if (found == m_curves.end() || isHidden(style.label)) continue;
        const auto& median = found->second.median;
        const auto next = std::upper_bound(median.begin(), median.end(), x);
        if (next == median.begin()) continue;
        const auto index = static_cast<std::size_t>(next - median.begin()) - 1;
        lines << tr("%1: %2 finished")
                     .arg(style.title, countText(static_cast<qint64>(found->second.tasks[index])));
    }
    return lines.join("\n");
}

} // namespace troika::ui
