// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/bystanders.h"
#include "run/pass.h"
#include "run/workspace.h"
#include "trial/trial.h"

#include <optional>
#include <troika/result/analyse.h>

namespace troika {

/// A contender in a race: its trial, and the record of what it did. Every call waits; one that
/// returns false has ended the trial, and the record says why. Used by one thread.
class Entrant {
public:
    /// `failed`, where given, is told of a trial that ends without having been stopped.
    explicit Entrant(const Contender& contender,
                     std::function<void(const TrialRecord&)> failed = {});

    bool start(const TrialRequest& request);
    bool awaitReady(const StopSignal& stop);
    /// One slice, from lead-in to settled; records it, as counted unless it is a warm-up.
    /// `originTime` tells the origin's processor time so far, ns.
    bool runSlice(const Pass& pass, int order, const StopSignal& stop,
                  const std::function<std::int64_t()>& originTime);
    void finish(const StopSignal& stop);
    /// Ends the trial for a reason that was found outside of it.
    void fail(Failure reason, const StopSignal& stop);
    /// Tells the guard to end everything, without waiting.
    void letGo();

    [[nodiscard]] bool racing() const { return m_racing; }
    [[nodiscard]] const Contender& contender() const { return *m_contender; }
    [[nodiscard]] double setUpSeconds() const { return m_setUpSeconds; }
    [[nodiscard]] const std::string& label() const { return m_contender->label; }
    [[nodiscard]] std::int64_t started() const { return m_trial->started(); }
    /// When the first task of a slice ended, CLOCK_MONOTONIC ns; 0 where none did.
    [[nodiscard]] std::int64_t firstEnd(std::uint64_t slice) const;
    /// Of the slice that ran last.
    [[nodiscard]] const Disturbance& disturbance() const { return m_disturbance; }
    [[nodiscard]] double originSeconds() const { return m_originSeconds; }
    [[nodiscard]] double sliceSeconds() const;

    /// Ends the trial for a reason that makes its last slice worthless too.
    void spoil(const Failure& reason, const StopSignal& stop);
    /// The slice of that pass does not count, for this reason; false where none did anyway.
    bool discount(const Pass& pass, const Text& why);
    /// The same, where the repeat of the pass counts.
    bool replace(const Pass& pass, const Pass& repeat, const Text& why);
    TrialRecord& record() { return m_record; }
    /// The record with all samples; the trial has to be over.
    TrialRecord takeRecord();

private:
    void end(TrialStatus status, Failure reason);
    /// Null where none counts.
    SliceRecord* countedSlice(const Pass& pass);
    static void discount(SliceRecord& slice, const Text& why);
    void noteSlice(const Pass& pass, int order, const DoneEvent& done);
    /// Why the slice that just ended cannot be a measurement: most of its tasks did not
    /// finish.
    [[nodiscard]] std::optional<Failure> whyUnusable(const Pass& pass) const;

    const Contender* m_contender;
    std::function<void(const TrialRecord&)> m_failed;
    std::optional<Trial> m_trial;
    bool m_racing = false;
    Arrivals m_arrivals;
    TrialRecord m_record;
    std::vector<std::uint64_t> m_logSlices; ///< Of each slice in the record.
    double m_setUpSeconds = 0;
    std::int64_t m_sharedBytes = 0; ///< Of payloads; no process has them for itself.
    Disturbance m_disturbance;
    double m_originSeconds = 0;
};

} // namespace troika
