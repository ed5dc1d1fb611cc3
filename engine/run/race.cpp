// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/race.h"

#include "platform/stamp_clock.h"
#include "run/reasons.h"
#include "workload/draw.h"
#include "workload/step_work.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace troika {
namespace {

/// Which launches are extra, and which contenders are cheap enough for them.
constexpr int extraLaunches = 3;
constexpr double cheapSetUpSeconds = 0.5;

} // namespace

Race::Race(const Scenario& scenario, const RunOptions& options, Workspace& workspace,
           RescueFolder& rescue, const ProgressListener& listener, const StopSignal& stop)
    : m_scenario(scenario),
      m_options(options),
      m_workspace(workspace),
      m_rescue(rescue),
      m_listener(listener),
      m_stop(stop),
      m_tickRate(measureTickRate()) {
    for (const Step& step : scenario.workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        m_needsOrigin |= kind->needsOrigin;
        m_needsDisk |= kind->needsDirectory;
    }
    for (const Contender& contender : scenario.contenders) {
        m_entrants.emplace_back(contender);
    }
    m_seen.roundsWanted = scenario.rounds;
    m_passesWanted = static_cast<std::uint64_t>(scenario.warmUpRounds + scenario.rounds);
}

Result<> Race::setUp() {
    tell(Progress::Phase::SettingUp, {}, "");
    m_begun = monotonicNow();
    if (m_needsOrigin) {
        if (auto started = startOrigin(0); !started) return started;
    }
    const auto slices = static_cast<std::uint64_t>(slicesPerTrial(m_scenario));
    for (std::size_t i = 0; i < m_entrants.size(); ++i) {
        Entrant& entrant = m_entrants[i];
        TrialRequest request = requestFor(m_scenario, entrant.contender(), slices);
        request.rescue = m_rescue.logOf(i);
        request.rescueHold = m_rescue.hold();
        const bool started = entrant.start(request);
        if (started && m_options.live) {
            m_options.live->addLog(entrant.label(), request.directory / "log");
        }
    }
    for (Entrant& entrant : m_entrants) {
        if (entrant.racing()) entrant.awaitReady(m_stop);
    }
    return {};
}

void Race::runPasses() {
    Pass pass;
    pass.warmUp = m_scenario.warmUpRounds > 0;
    std::optional<Pass> spoilt; // The attempt that its repeat replaces, once that is whole.
    int spoiltSlices = 0;       // Of that attempt.
    for (; !m_stop.requested() && anybodyRacing(); ++pass.slice) {
        const int disturbedSlices = runPass(pass);
        ++m_passesDone;
        if (m_stop.requested()) {
            // Half a repeat replaces nothing.
            if (spoilt) {
                discountRound(pass, stopped().text);
                m_seen.keptDisturbed += spoiltSlices;
            }
            break;
        }
        if (spoilt) replaceRound(*std::exchange(spoilt, std::nullopt), pass);
        if (disturbedSlices > 0 && mayRepeat()) {
            spoilt = pass;
            spoiltSlices = disturbedSlices;
            ++m_passesWanted;
            ++pass.attempt;
            continue;
        }
        if (!pass.warmUp) ++m_seen.roundsRun;
        m_seen.keptDisturbed += disturbedSlices;
        pass = {.warmUp = pass.warmUp, .round = pass.round + 1, .attempt = 0, .slice = pass.slice};
        if (pass.warmUp && pass.round == m_scenario.warmUpRounds) {
            pass.warmUp = false;
            pass.round = 0;
        }
        const bool over = !pass.warmUp && pass.round == m_scenario.rounds;
        if (over || (outOfTime() && m_seen.roundsRun > 0)) break;
    }
}

void Race::measureStartUps() {
    tell(Progress::Phase::StartUps, {}, "");
    for (int launch = 0; launch < extraLaunches; ++launch) {
        for (Entrant& entrant : m_entrants) {
            if (m_stop.requested() || outOfTime()) return;
            if (entrant.racing() && entrant.setUpSeconds() <= cheapSetUpSeconds) {
                launchOnce(entrant);
            }
        }
    }
}

void Race::finish() {
    tell(Progress::Phase::Finishing, {}, "");
    m_seen.stopped = m_stop.requested();
    if (m_seen.stopped) {
        for (Entrant& entrant : m_entrants) {
            if (entrant.racing()) {
                entrant.fail(stopped(), m_stop);
            }
        }
    }
    for (Entrant& entrant : m_entrants) entrant.finish(m_stop);
    m_origin.reset();
}

std::vector<TrialRecord> Race::takeRecords() {
    std::vector<TrialRecord> records;
    for (Entrant& entrant : m_entrants) records.push_back(entrant.takeRecord());
    return records;
}

TrialRequest Race::requestFor(const Scenario& scenario, const Contender& contender,
                              std::uint64_t slices) {
    const Workspace::Place place = m_workspace.next(m_needsDisk);
    return {.scenario = scenario,
            .contender = contender,
            .directory = place.memory,
            .diskDirectory = place.disk,
            .originPort = m_originPort,
            .slices = slices,
            .tickRate = m_tickRate};
}

Result<> Race::startOrigin(std::uint16_t port) {
    auto origin = OriginProcess::start(m_workspace.next(false).memory, port);
    if (!origin) return passOn(origin);
    m_origin.emplace(std::move(*origin));
    m_originPort = m_origin->port();
    return {};
}

/// What a trial's set-up does: a new origin shall not compute within a slice what the old one knew.
Result<> Race::warmOrigin() {
    for (const Step& step : m_scenario.workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        if (!kind->needsOrigin) continue;
        const auto work = kind->make(
            step.settings, {.originPort = m_originPort, .timeout = m_scenario.workload.timeout});
        if (auto warm = work->setUp(); !warm) return warm;
    }
    return {};
}

std::int64_t Race::originTime() const { return m_origin ? m_origin->processorTime() : 0; }

std::vector<std::size_t> Race::shuffled(const Pass& pass) const {
    // Fisher and Yates, from draws that no task has: the step is out of range.
    std::vector<std::size_t> order(m_entrants.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Draws draws({m_scenario.seed, pass.slice, 0, maximumSteps + 1});
    for (std::size_t left = order.size(); left > 1; --left) {
        std::swap(order[left - 1], order[draws.nextBelow(left)]);
    }
    return order;
}

int Race::runPass(const Pass& pass) {
    int disturbedSlices = 0;
    int order = 0;
    m_rescue.note(pass);
    const auto turns = shuffled(pass);
    for (const std::size_t index : turns) {
        Entrant& entrant = m_entrants[index];
        if (!entrant.racing() || m_stop.requested()) continue;
        runOne(entrant, pass, order++);
        if (!entrant.racing()) continue;
        const Disturbance& disturbance = entrant.disturbance();
        if (pass.warmUp || !disturbance.spoils()) continue;
        ++disturbedSlices;
        ++m_seen.disturbedSlices;
        m_seen.worstShare = std::max(m_seen.worstShare, disturbance.share);
    }
    for (const int other : otherRuns()) m_seen.otherRuns.insert(other);
    return disturbedSlices;
}

void Race::runOne(Entrant& entrant, const Pass& pass, int order) {
    tell(pass.warmUp ? Progress::Phase::WarmUp : Progress::Phase::Racing, pass, entrant.label());
    if (m_options.live) {
        m_options.live->begin(entrant.label(), pass.round, pass.attempt, pass.warmUp, pass.slice);
    }
    const bool ran = entrant.runSlice(pass, order, m_stop, [this] { return originTime(); });
    ++m_slicesDone;
    if (!ran) tellDiscounted(entrant, pass);
    if (m_needsOrigin && !m_stop.requested() && !noteOrigin(entrant)) return;
    if (ran && m_needsOrigin && !pass.warmUp && entrant.sliceSeconds() > 0) {
        m_seen.originLoad[entrant.label()].push_back(entrant.originSeconds() /
                                                     entrant.sliceSeconds());
    }
}

bool Race::noteOrigin(Entrant& entrant) {
    if (m_origin && m_origin->alive()) return true;
    const Failure died{"origin-died",
                       {"The server that downloads come from died while this contender worked.",
                        "Сервер загрузок завершился во время работы этого участника."}};
    if (entrant.racing()) {
        entrant.spoil(died, m_stop);
    } else {
        entrant.fail(died, m_stop);
    }
    m_origin.reset();
    // The others go on with a new one, where they expect it.
    auto again = startOrigin(m_originPort);
    if (again) again = warmOrigin();
    if (!again) {
        for (Entrant& other : m_entrants) {
            if (other.racing()) other.fail(again.error(), m_stop);
        }
    }
    return false;
}

void Race::discountRound(const Pass& pass, const Text& why) {
    for (Entrant& entrant : m_entrants) {
        if (entrant.discount(pass, why)) tellDiscounted(entrant, pass);
    }
}

void Race::replaceRound(const Pass& pass, const Pass& repeat) {
    for (Entrant& entrant : m_entrants) {
        if (entrant.replace(pass, repeat, disturbed())) tellDiscounted(entrant, pass);
    }
}

void Race::tellDiscounted(const Entrant& entrant, const Pass& pass) {
    if (m_options.live) m_options.live->discount(entrant.label(), pass.round, pass.attempt);
}

void Race::launchOnce(Entrant& entrant) {
    Scenario single = m_scenario;
    single.workload = singleTask(m_scenario.workload);
    Entrant extra(entrant.contender());
    if (!extra.start(requestFor(single, extra.contender(), 1))) return;
    if (!extra.awaitReady(m_stop)) return;
    if (!extra.runSlice({.warmUp = true}, 0, m_stop, [] { return std::int64_t{0}; })) return;
    if (const std::int64_t end = extra.firstEnd(0); end > 0) {
        entrant.record().startUpSeconds.push_back(static_cast<double>(end - extra.started()) *
                                                  1e-9);
    }
    extra.finish(m_stop);
}

bool Race::mayRepeat() const {
    return m_passesWanted < static_cast<std::uint64_t>(slicesPerTrial(m_scenario)) && !outOfTime();
}

bool Race::outOfTime() const {
    return m_options.maxTime && monotonicNow() - m_begun > m_options.maxTime->count();
}

bool Race::anybodyRacing() const {
    return std::any_of(m_entrants.begin(), m_entrants.end(),
                       [](const Entrant& entrant) { return entrant.racing(); });
}

void Race::tell(Progress::Phase phase, const Pass& pass, const std::string& label) {
    if (!m_listener) return;
    Progress progress;
    progress.phase = phase;
    progress.round = pass.round + 1;
    progress.rounds = pass.warmUp ? m_scenario.warmUpRounds : m_scenario.rounds;
    progress.contender = label;
    const auto wanted = static_cast<double>(m_passesWanted * m_entrants.size());
    const auto done = static_cast<double>(m_slicesDone);
    progress.done = phase >= Progress::Phase::StartUps ? 1.0 : std::min(done / wanted, 1.0);
    if (m_passesDone > 0 && done > 0) {
        const double elapsed = static_cast<double>(monotonicNow() - m_begun) * 1e-9;
        progress.secondsLeft = elapsed / done * std::max(wanted - done, 0.0);
    }
    m_listener(progress);
}

} // namespace troika
