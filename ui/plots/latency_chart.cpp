// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/latency_chart.h"

#include "text/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// Ticks of a logarithmic time axis, told with their unit.
class DurationTicker final : public QCPAxisTickerLog {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        const double digit = tick / std::pow(10, std::floor(std::log10(tick) + 1e-9));
        const bool told = std::abs(digit - 1) < 0.01 || std::abs(digit - 3) < 0.01;
        return told ? durationText(tick) : QString();
    }
    QVector<double> createTickVector(double, const QCPRange& range) override {
        QVector<double> ticks;
        for (double decade = std::pow(10, std::floor(std::log10(std::max(range.lower, 1e-9))));
             decade <= range.upper; decade *= 10) {
            for (const double digit : {1.0, 3.0}) {
                if (decade * digit >= range.lower && decade * digit <= range.upper) {
                    ticks << decade * digit;
                }
            }
        }
        return ticks;
    }
};

} // namespace

LatencyChart::LatencyChart(QWidget* parent)
    : Chart(parent), m_service(new QToolButton), m_response(new QToolButton) {
    for (QToolButton* button : {m_service, m_response}) {
        button->setObjectName("switch");
        button->setCheckable(true);
        button->setAutoExclusive(true);
        header()->addWidget(button);
    }
    m_service->setChecked(true);
    const auto choose = [this](bool fromStart) {
        m_fromStart = fromStart;
        retranslate();
        showAll();
    };
    connect(m_service, &QToolButton::clicked, this, [choose] { choose(true); });
    connect(m_response, &QToolButton::clicked, this, [choose] { choose(false); });
    plot().yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot().yAxis->setTicker(QSharedPointer<DurationTicker>::create());
    auto shares = QSharedPointer<QCPAxisTickerText>::create();
    for (const double percent : {0.0, 50.0, 90.0, 99.0, 99.9}) {
        shares->addTick(percentileAxis(percent / 100), QString::number(percent) + " %");
    }
    plot().xAxis->setTicker(shares);
    retranslate();
}

void LatencyChart::setData(const RaceData& race) {
    m_byStart.clear();
    m_byDue.clear();
    for (const auto& [label, contender] : race) {
        m_byStart[label] = {percentileCurve(contender.service), percentileMarks(contender.service)};
        m_byDue[label] = {percentileCurve(contender.response), percentileMarks(contender.response)};
    }
    if (race.empty()) return showAll();
    redraw();
}

void LatencyChart::retranslate() {
    m_service->setText(tr("from start"));
    m_response->setText(tr("from due"));
    setTitle(m_fromStart ? tr("Service time of a task, from its start")
                         : tr("Response time of a task, from when it was due"));
    plot().xAxis->setLabel(tr("share of tasks that took no longer"));
}

void LatencyChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Chart::changeEvent(event);
}

void LatencyChart::draw() {
    makeRoomForNames({});
    const auto& curves = m_fromStart ? m_byStart : m_byDue;
    double least = 0;
    double most = 0;
    double right = percentileAxis(0.9);
    std::vector<LineEnd> ends;
    for (const ContenderStyle& style : styles()) {
        const auto found = curves.find(style.label);
        if (found == curves.end() || isHidden(style.label)) continue;
        if (found->second.line.empty()) continue;
        QCPGraph* line = addLine(style);
        for (const CurvePoint& point : found->second.line) {
            line->addData(point.x, point.y);
            least = least == 0 ? point.y : std::min(least, point.y);
            most = std::max(most, point.y);
            right = std::max(right, point.x);
        }
        QCPGraph* marks = addMarks(style);
        for (const CurvePoint& point : found->second.marks) marks->addData(point.x, point.y);
        const CurvePoint& last = found->second.line.back();
        ends.push_back({&style, style.title, last.x, last.y});
    }
    plot().xAxis->setRange(0, right * 1.02);
    plot().yAxis->setRange(most > 0 ? least / 1.3 : 1e-4, most > 0 ? most * 1.3 : 1);
    labelLineEnds(ends);
}

QString LatencyChart::describe(double x, double y) const {
    const double share = 1 - std::pow(10, -std::max(x, 0.0));
    return tr("%1 % of tasks, %2")
        .arg(QLocale().toString(share * 100, 'f', share > 0.99 ? 2 : 1), durationText(y));
}

} // namespace troika::ui
