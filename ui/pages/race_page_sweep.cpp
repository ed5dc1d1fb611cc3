// SPDX-License-Identifier: GPL-3.0-or-later
// The race page where something was swept: what is drawn of it, and which point stands elsewhere.
#include "models/sweep_words.h"
#include "pages/measure_box.h"
#include "pages/point_chooser.h"
#include "pages/queue_box.h"
#include "pages/race_page.h"
#include "plots/chart.h"

#include <QLabel>

namespace troika::ui {

void RacePage::buildSweep() {
    m_raceMeasure = new MeasureBox(*m_race, Sweep, Map, Measure::Throughput);
    m_latencyMeasure = new MeasureBox(*m_latency, LatencySweep, {}, Measure::P99);
    m_queue = new QueueBox(*m_race, Queue);
    m_race->putFirst({Sweep, Map});
    m_latency->putFirst({LatencySweep});
    connect(m_point, &PointChooser::chosen, &m_session, &Session::choosePoint);
    for (Chart* chart : charts()) {
        connect(chart, &Chart::pointChosen, &m_session, &Session::choosePoint);
    }
    connect(&m_session, &Session::pointChosen, this, &RacePage::showPoint);
}

/// What all points say together, and which of them is looked at.
void RacePage::showSweep() {
    const auto sweep = m_session.sweep();
    m_race->setOffered(Sweep, sweep != nullptr);
    m_race->setOffered(Map, sweep && sweep->axes.size() > 1);
    m_latency->setOffered(LatencySweep, sweep != nullptr);
    for (Chart* chart : charts()) chart->setSweep(sweep, m_session.point(), m_language);
    m_point->show(sweep, m_session.point(), m_language);
    const bool judged = sweep && m_session.result();
    const QString verdict =
        judged ? sweepVerdict(*sweep, m_session.shownScenario(), m_language) : QString();
    m_sweepVerdict->setText(verdict);
    m_sweepVerdict->setVisible(!verdict.isEmpty());
    const bool first = sweep && !m_swept;
    m_swept = sweep != nullptr;
    if (first) chooseSweep();
}

/// What a sweep was made for comes first.
void RacePage::chooseSweep() {
    m_race->choose(m_session.sweep()->axes.size() > 1 ? Map : Sweep);
    m_latencyMeasure->choose(highestPercentile(*m_session.sweep()));
    m_latency->choose(LatencySweep);
}

void RacePage::showPoint() {
    showSweep();
    if (!m_session.result()) return m_board.setLive(m_session.data());
    showComparisons();
    showVerdict();
    fillBaselines();
}

const PointResult& RacePage::point() const {
    return m_session.result()->result.points[m_session.point()];
}

} // namespace troika::ui
