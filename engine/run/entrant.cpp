// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/entrant.h"

#include "run/admission.h"
#include "run/unfinished.h"

#include <algorithm>

namespace troika {
namespace {

/// Whether a contender that failed so cannot be had on this machine, whatever is tried.
bool machineLacksIt(const std::string& code) {
    return code == "direct-refused" || code == "io-uring-refused";
}

} // namespace

Entrant::Entrant(const Contender& contender, std::function<void(const TrialRecord&)> failed)
    : m_contender(&contender), m_failed(std::move(failed)) {
    m_record.label = contender.label;
    m_record.backend = contender.backend;
}

bool Entrant::start(const TrialRequest& request) {
    auto trial = Trial::start(request);
    if (!trial) {
        end(TrialStatus::Failed, trial.error());
        return false;
    }
    m_trial.emplace(std::move(*trial));
    m_arrivals = request.scenario.workload.arrivals;
    m_racing = true;
    return true;
}

bool Entrant::awaitReady(const StopSignal& stop) {
    const auto ready = m_trial->awaitReady(stop);
    if (!ready) {
        fail(ready.error(), stop);
        return false;
    }
    m_setUpSeconds = ready->seconds;
    m_sharedBytes = ready->sharedBytes;
    m_record.notes = ready->notes;
    return true;
}

bool Entrant::runSlice(const Pass& pass, int order, const StopSignal& stop,
                       const std::function<std::int64_t()>& originTime) {
    if (auto ready = m_trial->leadIn({pass.slice, pass.drawnAs()}, stop); !ready) {
        fail(ready.error(), stop);
        return false;
    }
    const std::int64_t originBefore = originTime();
    const BystanderWatch watch(originBefore);
    const auto done = m_trial->run(stop);
    noteSlice(pass, order, done.value_or(DoneEvent{}));
    if (!done) {
        spoil(done.error(), stop);
        return false;
    }
    m_record.notes.insert(m_record.notes.end(), done->notes.begin(), done->notes.end());
    const std::int64_t originAfter = originTime();
    m_disturbance = watch.end(originAfter, done->account.cpuNs());
    m_originSeconds = static_cast<double>(originAfter - originBefore) * 1e-9;
    if (auto settled = m_trial->awaitSettled(stop); !settled) {
        spoil(settled.error(), stop);
        return false;
    }
    if (auto unusable = whyUnusable(pass)) {
        spoil(*unusable, stop);
        return false;
    }
    return true;
}

void Entrant::spoil(const Failure& reason, const StopSignal& stop) {
    discount(m_record.slices.back(), reason.text);
    fail(reason, stop);
}

void Entrant::finish(const StopSignal& stop) {
    if (!m_racing) return;
    const auto seconds = m_trial->finish(stop);
    if (!seconds) {
        fail(seconds.error(), stop);
        return;
    }
    m_record.shutDownSeconds = *seconds;
    m_racing = false;
}

void Entrant::fail(Failure reason, const StopSignal& stop) {
    m_racing = false;
    letGo();
    const TrialStatus status = stop.requested()              ? TrialStatus::Cancelled
                               : machineLacksIt(reason.code) ? TrialStatus::Unavailable
                                                             : TrialStatus::Failed;
    end(status, std::move(reason));
}

void Entrant::end(TrialStatus status, Failure reason) {
    m_record.status = status;
    m_record.reason = std::move(reason);
    if (status != TrialStatus::Cancelled && m_failed) m_failed(m_record);
}

void Entrant::letGo() {
    if (m_trial) m_trial->letGo();
}

std::int64_t Entrant::firstEnd(std::uint64_t slice) const {
    std::int64_t first = 0;
    for (SampleSlot& slot : m_trial->log().slots(slice)) {
        const Sample sample = loadSample(slot);
        if (sample.end != 0 && (first == 0 || sample.end < first)) first = sample.end;
    }
    return first;
}

double Entrant::sliceSeconds() const {
    const SliceRecord& last = m_record.slices.back();
    return static_cast<double>(last.end - last.begin) * 1e-9;
}

SliceRecord* Entrant::countedSlice(const Pass& pass) {
    for (SliceRecord& slice : m_record.slices) {
        const bool same = slice.warmUp == pass.warmUp && slice.round == pass.round &&
                          slice.attempt == pass.attempt;
        if (same && slice.counted) return &slice;
    }
    return nullptr;
}

bool Entrant::discount(const Pass& pass, const Text& why) {
    SliceRecord* slice = countedSlice(pass);
    if (slice != nullptr) discount(*slice, why);
    return slice != nullptr;
}

bool Entrant::replace(const Pass& pass, const Pass& repeat, const Text& why) {
    return countedSlice(repeat) != nullptr && discount(pass, why);
}

void Entrant::discount(SliceRecord& slice, const Text& why) {
    slice.counted = false;
    slice.whyNot = why;
}

TrialRecord Entrant::takeRecord() {
    for (std::size_t i = 0; i < m_logSlices.size(); ++i) {
        m_record.slices[i].samples = m_trial->log().samples(m_logSlices[i]);
    }
    if (m_trial) {
        m_record.peakMemoryBytes = m_trial->peak().anonymousBytes + m_sharedBytes;
        m_record.threads = m_trial->peak().threads;
        m_record.processes = m_trial->peak().processes;
    }
    m_trial.reset();
    return std::move(m_record);
}

void Entrant::noteSlice(const Pass& pass, int order, const DoneEvent& done) {
    SliceRecord slice;
    slice.round = pass.round;
    slice.attempt = pass.attempt;
    slice.order = order;
    slice.warmUp = pass.warmUp;
    slice.begin = m_trial->log().mark(pass.slice).begin;
    slice.end = done.end;
    slice.admission = admissionIn(m_trial->log(), pass, m_arrivals);
    slice.counted = !pass.warmUp;
    slice.cpuUserSeconds = static_cast<double>(done.account.userNs) * 1e-9;
    slice.cpuSystemSeconds = static_cast<double>(done.account.systemNs) * 1e-9;
    slice.voluntarySwitches = done.account.voluntarySwitches;
    slice.involuntarySwitches = done.account.involuntarySwitches;
    m_record.slices.push_back(std::move(slice));
    m_logSlices.push_back(pass.slice);
}

std::optional<Failure> Entrant::whyUnusable(const Pass& pass) const {
    Unfinished unfinished;
    for (SampleSlot& slot : m_trial->log().slots(pass.slice)) unfinished.add(loadSample(slot));
    return unfinished.tooMany(m_trial->log().mark(pass.slice).admitted);
}

} // namespace troika
