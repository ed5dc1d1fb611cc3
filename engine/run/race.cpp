// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/race.h"

#include "platform/sparse_copy.h"
#include "platform/stamp_clock.h"
#include "run/reasons.h"
#include "workload/draw.h"
#include "workload/step_work.h"

#include <algorithm>

namespace troika {
namespace {

/// Which launches are extra, and which contenders are cheap enough for them.
constexpr int extraLaunches = 3;
constexpr double cheapSetUpSeconds = 0.5;

} // namespace

Race::Race(std::vector<PointRace> points, std::optional<PointRace> anchor, RaceTools tools,
           const RaceOrder& order)
    : m_points(std::move(points)),
      m_anchor(std::move(anchor)),
      m_tools(tools),
      m_order(order),
      m_tickRate(measureTickRate()) {
    for (const Step& step : m_points.front().scenario().workload.steps) {
        m_needsDisk |= stepKind(step.kind)->needsDirectory;
    }
    for (PointRace* point : everyone()) {
        m_tools.teller.expect(point->passesWanted() * point->entrants().size());
    }
}

std::vector<PointRace*> Race::everyone() {
    std::vector<PointRace*> all;
    for (PointRace& point : m_points) all.push_back(&point);
    if (m_anchor) all.push_back(&*m_anchor);
    return all;
}

bool Race::isAnchor(const PointRace& point) const { return m_anchor && &point == &*m_anchor; }

void Race::setUp() {
    m_tools.teller.tell(Progress::Phase::SettingUp, m_points.front());
    for (PointRace* point : everyone()) {
        for (std::size_t i = 0; i < point->entrants().size(); ++i) start(*point, i);
    }
    for (PointRace* point : everyone()) {
        for (Entrant& entrant : point->entrants()) {
            if (entrant.racing()) entrant.awaitReady(m_tools.stop);
        }
    }
}

void Race::start(PointRace& point, std::size_t contender) {
    Entrant& entrant = point.entrants()[contender];
    if (m_tools.stop.requested()) {
        entrant.fail(stopped(), m_tools.stop);
        return;
    }
    const Scenario& scenario = point.scenario();
    TrialRequest request = requestFor(scenario, entrant.contender(),
                                      static_cast<std::uint64_t>(slicesPerTrial(scenario)));
    if (!isAnchor(point)) {
        request.rescue =
            m_tools.rescue.logOf(point.point() * scenario.contenders.size() + contender);
        request.rescueHold = m_tools.rescue.hold();
    }
    if (!entrant.start(request)) return;
    const std::filesystem::path log = request.directory / "log";
    if (m_order.moreToCome && !request.rescue.empty()) m_logs.emplace_back(log, request.rescue);
    if (point.live() != nullptr) point.live()->addLog(entrant.label(), log, point.point());
}

void Race::runPasses() {
    for (;;) {
        std::vector<PointRace*> racing;
        for (PointRace* point : everyone()) {
            if (!point->over()) racing.push_back(point);
        }
        // The anchor accompanies others, and does not race alone.
        const bool anybody = !racing.empty() && !isAnchor(*racing.front());
        if (!anybody || m_tools.stop.requested()) return;
        runRound(racing);
    }
}

void Race::runRound(const std::vector<PointRace*>& points) {
    for (PointRace* point : points) {
        point->beginPass();
        if (!isAnchor(*point)) m_tools.rescue.note(point->pass(), point->point());
    }
    for (const Turn& turn : shuffled(points)) {
        if (turn.entrant->racing() && !m_tools.stop.requested()) runTurn(turn);
    }
    const std::vector<int> others = otherRuns();
    const bool late = outOfTime();
    for (PointRace* point : points) {
        point->seen().otherRuns.insert(others.begin(), others.end());
        if (m_tools.stop.requested()) {
            point->cutPass(stopped().text);
        } else if (point->endPass(late)) {
            m_tools.teller.expect(point->entrants().size());
        }
    }
    m_tools.teller.roundDone();
}

std::vector<Race::Turn> Race::shuffled(const std::vector<PointRace*>& points) {
    std::vector<Turn> turns;
    for (PointRace* point : points) {
        for (Entrant& entrant : point->entrants()) turns.push_back({point, &entrant});
    }
    // Fisher and Yates, from draws that no task has: the step is out of range.
    Draws draws({m_points.front().scenario().seed, m_rounds++, m_order.block, maximumSteps + 1});
    for (std::size_t left = turns.size(); left > 1; --left) {
        std::swap(turns[left - 1], turns[draws.nextBelow(left)]);
    }
    return turns;
}

void Race::runTurn(const Turn& turn) {
    Entrant& entrant = *turn.entrant;
    const bool warmUp = turn.point->pass().warmUp;
    m_tools.teller.tell(warmUp ? Progress::Phase::WarmUp : Progress::Phase::Racing, *turn.point,
                        entrant.label());
    const bool ran =
        turn.point->runSlice(entrant, m_tools.stop, [this] { return m_tools.origin.time(); });
    m_tools.teller.sliceDone();
    const bool needsOrigin = m_tools.origin.needed();
    if (needsOrigin && !m_tools.stop.requested() && !noteOrigin(turn)) return;
    if (ran) turn.point->noteSlice(entrant, needsOrigin);
}

bool Race::noteOrigin(const Turn& turn) {
    if (m_tools.origin.alive()) return true;
    const Failure died{"origin-died",
                       {"The server that downloads come from died while this contender worked.",
                        "Сервер загрузок завершился во время работы этого участника."}};
    Entrant& entrant = *turn.entrant;
    if (entrant.racing()) {
        entrant.spoil(died, m_tools.stop);
    } else {
        entrant.fail(died, m_tools.stop);
    }
    // The others go on with a new one.
    const auto again = m_tools.origin.replace(turn.point->scenario().workload);
    if (again) return false;
    for (PointRace* point : everyone()) {
        for (Entrant& other : point->entrants()) {
            if (other.racing()) other.fail(again.error(), m_tools.stop);
        }
    }
    return false;
}

void Race::measureStartUps() {
    m_tools.teller.tell(Progress::Phase::StartUps, m_points.front());
    for (int launch = 0; launch < extraLaunches; ++launch) {
        for (PointRace& point : m_points) {
            for (Entrant& entrant : point.entrants()) {
                if (m_tools.stop.requested() || outOfTime()) return;
                if (!entrant.racing() || entrant.setUpSeconds() > cheapSetUpSeconds) continue;
                launchOnce(point, entrant);
            }
        }
    }
}

void Race::launchOnce(PointRace& point, Entrant& entrant) {
    Scenario single = point.scenario();
    single.workload = singleTask(single.workload);
    Entrant extra(entrant.contender());
    if (!extra.start(requestFor(single, extra.contender(), 1))) return;
    if (!extra.awaitReady(m_tools.stop)) return;
    const auto noOrigin = [] { return std::int64_t{0}; };
    if (!extra.runSlice({.warmUp = true}, 0, m_tools.stop, noOrigin)) return;
    if (const std::int64_t end = extra.firstEnd(0); end > 0) {
        entrant.record().startUpSeconds.push_back(static_cast<double>(end - extra.started()) *
                                                  1e-9);
    }
    extra.finish(m_tools.stop);
}

void Race::finish() {
    m_tools.teller.tell(Progress::Phase::Finishing, m_points.front());
    const bool isStopped = m_tools.stop.requested();
    if (!isStopped) {
        for (const auto& [log, rescued] : m_logs) static_cast<void>(copySparse(log, rescued));
    }
    for (PointRace* point : everyone()) {
        point->seen().stopped = isStopped;
        for (Entrant& entrant : point->entrants()) {
            if (isStopped && entrant.racing()) entrant.fail(stopped(), m_tools.stop);
        }
    }
    for (PointRace* point : everyone()) {
        for (Entrant& entrant : point->entrants()) entrant.finish(m_tools.stop);
    }
}

TrialRequest Race::requestFor(const Scenario& scenario, const Contender& contender,
                              std::uint64_t slices) {
    const Workspace::Place place = m_tools.workspace.next(m_needsDisk);
    return {.scenario = scenario,
            .contender = contender,
            .directory = place.memory,
            .diskDirectory = place.disk,
            .originPort = m_tools.origin.port(),
            .slices = slices,
            .tickRate = m_tickRate};
}

bool Race::outOfTime() const { return m_order.deadline && monotonicNow() > *m_order.deadline; }

} // namespace troika
