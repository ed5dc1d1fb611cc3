// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/point_race.h"

#include "run/reasons.h"

#include <algorithm>
#include <utility>

namespace troika {

PointRace::PointRace(const Scenario& scenario, std::size_t point, LiveRun* live)
    : m_scenario(&scenario), m_point(point), m_live(live) {
    const auto tell = [live, point](const TrialRecord& record) {
        if (live == nullptr) return;
        live->end(
            {record.label, point, record.status == TrialStatus::Unavailable, record.reason->text});
    };
    for (const Contender& contender : scenario.contenders) m_entrants.emplace_back(contender, tell);
    m_seen.roundsWanted = scenario.rounds;
    m_passesWanted = static_cast<std::uint64_t>(scenario.warmUpRounds + scenario.rounds);
    m_pass.warmUp = scenario.warmUpRounds > 0;
}

PointRace::PointRace(const Scenario& scenario, const Contender& only)
    : PointRace(scenario, 0, nullptr) {
    m_entrants.clear();
    m_entrants.emplace_back(only);
}

bool PointRace::anybodyRacing() const {
    return std::any_of(m_entrants.begin(), m_entrants.end(),
                       [](const Entrant& entrant) { return entrant.racing(); });
}

int PointRace::roundsLikeThis() const {
    return m_pass.warmUp ? m_scenario->warmUpRounds : m_scenario->rounds;
}

void PointRace::beginPass() {
    m_order = 0;
    m_disturbed = 0;
}

bool PointRace::runSlice(Entrant& entrant, const StopSignal& stop,
                         const std::function<std::int64_t()>& originTime) {
    if (m_live != nullptr) {
        m_live->begin(entrant.label(), m_pass.round, m_pass.attempt, m_pass.warmUp, m_pass.slice,
                      m_point);
    }
    const bool ran = entrant.runSlice(m_pass, m_order++, stop, originTime);
    if (!ran) tellDiscounted(entrant, m_pass);
    return ran;
}

void PointRace::noteSlice(Entrant& entrant, bool withOrigin) {
    if (m_pass.warmUp) return;
    // It has one thread: where it seems to have used more than a core, the slice was too short to
    // tell.
    if (withOrigin && entrant.originSeconds() < entrant.sliceSeconds()) {
        m_seen.originLoad[entrant.label()].push_back(entrant.originSeconds() /
                                                     entrant.sliceSeconds());
    }
    const Disturbance& disturbance = entrant.disturbance();
    if (disturbance.isTooShortToTell()) {
        m_seen.ofShortSlices.seconds += disturbance.seconds;
        m_seen.ofShortSlices.capacity += disturbance.capacity;
    }
    if (!disturbance.spoils()) return;
    ++m_disturbed;
    ++m_seen.disturbedSlices;
    m_seen.worstShare = std::max(m_seen.worstShare, disturbance.share());
}

bool PointRace::endPass(bool outOfTime) {
    if (const auto spoilt = std::exchange(m_spoilt, std::nullopt)) {
        for (Entrant& entrant : m_entrants) {
            if (entrant.replace(*spoilt, m_pass, disturbed())) tellDiscounted(entrant, *spoilt);
        }
    }
    const Pass ended = m_pass;
    ++m_pass.slice;
    if (m_disturbed > 0 && !outOfTime && mayRepeat()) {
        m_spoilt = ended;
        m_spoiltSlices = m_disturbed;
        ++m_passesWanted;
        ++m_pass.attempt;
        return true;
    }
    m_seen.keptDisturbed += m_disturbed;
    if (!m_pass.warmUp) ++m_seen.roundsRun;
    advance();
    if (outOfTime && m_seen.roundsRun > 0) m_over = true;
    return false;
}

void PointRace::cutPass(const Text& why) {
    if (!m_spoilt) return;
    for (Entrant& entrant : m_entrants) {
        if (entrant.discount(m_pass, why)) tellDiscounted(entrant, m_pass);
    }
    m_seen.keptDisturbed += m_spoiltSlices;
}

void PointRace::tellDiscounted(const Entrant& entrant, const Pass& pass) {
    if (m_live != nullptr) m_live->discount(entrant.label(), pass.round, pass.attempt, m_point);
}

bool PointRace::mayRepeat() const {
    return m_passesWanted < static_cast<std::uint64_t>(slicesPerTrial(*m_scenario));
}

void PointRace::advance() {
    ++m_pass.round;
    m_pass.attempt = 0;
    if (m_pass.warmUp && m_pass.round == m_scenario->warmUpRounds) {
        m_pass.warmUp = false;
        m_pass.round = 0;
    }
    if (!m_pass.warmUp && m_pass.round == m_scenario->rounds) m_over = true;
}

} // namespace troika
