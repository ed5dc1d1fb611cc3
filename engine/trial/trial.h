// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/line_reader.h"
#include "platform/process_tree.h"
#include "platform/stop_signal.h"
#include "trial/events.h"
#include "trial/guarded_process.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <troika/sample/sample_log.h>
#include <troika/scenario/scenario.h>

namespace troika {

/// What a trial is made from.
struct TrialRequest {
    const Scenario& scenario;
    const Contender& contender;
    std::filesystem::path directory;     ///< In shared memory, of this trial alone; made here.
    std::filesystem::path diskDirectory; ///< On a disk, likewise; empty where no step needs one.
    std::uint16_t originPort = 0;
    std::uint64_t slices = 0; ///< That its sample log has room for.
    std::optional<double> tickRate;
    std::filesystem::path rescue; ///< Where the guard saves the log if we die; empty: nowhere.
    int rescueHold = -1;          ///< See RescueOrder::hold.
};

/// How long the supervisor waits for a phase.
struct PhaseLimits {
    std::chrono::nanoseconds setUp = std::chrono::minutes(2); ///< And settling: files are written.
    std::chrono::nanoseconds leadIn = std::chrono::seconds(30);
    std::chrono::nanoseconds tearDown = std::chrono::seconds(10);
    /// A running slice may take as long as it likes while tasks end or processors work; this long
    /// after the task timeout without either, it is stuck.
    std::chrono::nanoseconds stuck = std::chrono::seconds(5);
};

/// A trial from the supervisor's side: a runner under a guard, asked phase by phase. Calls wait for
/// the runner; one that returns a failure has ended the trial, and nothing of it is left. A stop
/// request ends the wait with the failure "stopped". Used by one thread.
class Trial {
public:
    static Result<Trial> start(const TrialRequest& request, const PhaseLimits& limits = {});

    Result<ReadyEvent> awaitReady(const StopSignal& stop);
    Result<PreparedEvent> leadIn(const PrepareOrder& order, const StopSignal& stop);
    Result<DoneEvent> run(const StopSignal& stop);
    Result<SettledEvent> awaitSettled(const StopSignal& stop);
    /// Tear-down; how long it took until the last process was gone, in seconds.
    Result<double> finish(const StopSignal& stop);

    /// Tells the guard to end everything, without waiting; with the destructor it is gone.
    void letGo() { m_process.letGo(); }

    [[nodiscard]] const SampleLog& log() const { return m_log; }
    /// When the guard was started, CLOCK_MONOTONIC ns.
    [[nodiscard]] std::int64_t started() const { return m_started; }
    /// The largest size seen so far, field by field; looked at while slices run.
    [[nodiscard]] const TreeSize& peak() const { return m_peak; }

private:
    Trial(GuardedProcess process, SampleLog log, const TrialRequest& request,
          const PhaseLimits& limits);

    Result<> order(const Order& order);
    template <class Wanted>
    Result<Wanted> await(const StopSignal& stop, std::chrono::nanoseconds limit, const Text& phase);
    /// One line, or nothing after `wait`; a runner that has ended is a failure.
    Result<std::optional<std::string>> awaitLine(const StopSignal& stop,
                                                 std::chrono::nanoseconds wait);
    Failure whyEnded();
    tl::unexpected<Failure> endWith(Failure failure);
    /// Notes it; the processor time used so far, ns.
    std::int64_t lookAtSize();
    [[nodiscard]] std::int64_t lastEnd() const;

    GuardedProcess m_process;
    std::unique_ptr<LineReader> m_lines;
    SampleLog m_log;
    PhaseLimits m_limits;
    std::chrono::nanoseconds m_silence; ///< In a slice, without an end, of a trial that works.
    std::int64_t m_started = 0;
    std::uint64_t m_slice = 0; ///< The one prepared last.
    TreeSize m_peak;
    std::chrono::nanoseconds m_lookCost{}; ///< Of looking at the size, the last time.
};

} // namespace troika
