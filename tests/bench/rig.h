// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <troika/sample/sample_log.h>
#include <troika/scenario/scenario.h>

namespace troika::bench {

/// What a rig is made from.
struct RigPlan {
    std::string backend;     ///< As in a scenario: `"backend": "thread.pool", "workers": 2`.
    std::string steps;       ///< JSON; ignored where `own` is set.
    std::uint32_t tasks = 0; ///< A slice's.
    std::uint16_t originPort = 0;
    std::filesystem::path directory; ///< For files; exists.
    std::filesystem::path worker;    ///< Program of worker processes; empty: troika-worker.
    /// Steps of the benchmark's own instead; none at all is fine too.
    std::optional<std::vector<std::unique_ptr<StepWork>>> own;
    bool stampsFromClock = false; ///< steady_clock even where the counter could be used.
};

/// The scenario that a plan amounts to.
Scenario readRigScenario(const RigPlan& plan);

/// One backend, set up as the runner does it: with real work, on a real sample log in shared
/// memory, but in this process. Ends the program with a message where that fails.
class Rig {
public:
    explicit Rig(RigPlan plan);
    ~Rig();

    /// One slice, lead-in to settled; only its middle is measured, from the slice's begin until
    /// the backend is done. Seconds; 0, with a message, where a task did not finish.
    double slice();

    /// For peers that do the same work in their own way: a slice that is prepared, and the lanes.
    struct Bare {
        std::unique_ptr<ArrivalPlan> arrivals;
        Slice slice;
    };
    Bare bareSlice();
    /// 0, with a message, where not all tasks of the prepared slice finished.
    double checked(double seconds);

    /// How the backend does its work on this machine.
    [[nodiscard]] std::vector<Text> notes() const { return m_backend->notes(); }
    [[nodiscard]] Work& work() { return *m_work; }
    [[nodiscard]] const StampClock& clock() const { return m_clock; }
    [[nodiscard]] std::uint32_t tasks() const { return m_tasks; }
    [[nodiscard]] const Scenario& scenario() const { return m_scenario; }
    [[nodiscard]] const std::string& spec() const { return m_spec; }

private:
    Scenario m_scenario;
    std::uint32_t m_tasks;
    bool m_expectFinished;
    std::filesystem::path m_logFile;
    std::optional<SampleLog> m_log;
    StampClock m_clock;
    std::unique_ptr<Work> m_work;
    std::string m_spec;
    std::unique_ptr<Backend> m_backend;
    std::uint64_t m_round = 0;
};

/// Where a failure makes the whole benchmark pointless: says it and exits with 1.
[[noreturn]] void giveUp(const std::string& what);

template <class T>
T need(Result<T> result) {
    if (!result) giveUp(result.error().text.en);
    return std::move(*result);
}
inline void need(const Result<>& result) {
    if (!result) giveUp(result.error().text.en);
}

/// How often SHA-256's quantum is repeated for a task of about `duration` here; measured once.
std::int64_t sha256Amount(std::chrono::nanoseconds duration);

/// A directory of this process's own inside `base`, removed with it.
class ScratchDirectory {
public:
    ScratchDirectory(const std::filesystem::path& base, const std::string& name);
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;
    ~ScratchDirectory();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace troika::bench
