// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>
#include <troika/result/samples.h>
#include <troika/run/live.h>
#include <troika/scenario/scenario.h>
#include <troika/scenario/validate.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace troika {

struct RunOptions {
    /// Where the disk workload makes its own folder.
    std::filesystem::path diskBase = "/var/tmp";
    /// No further round begins after this time; at least one is run.
    std::optional<std::chrono::nanoseconds> maxTime;
    /// Where a folder of this run's own stands while it goes on, from which it can be rescued (see
    /// rescue.h) should this process be killed; it goes with the run. Empty, or where none can be
    /// made: nothing can be rescued.
    std::filesystem::path rescue;
    /// What the machine holds, for how many points of a sweep can be alive at once; read where
    /// nothing is given.
    std::optional<MachineLimits> limits = std::nullopt;
    /// Told what begins, for somebody who watches; outlives the run. May be null.
    LiveRun* live = nullptr;
};

/// Where a run is.
struct Progress {
    enum class Phase { SettingUp, WarmUp, Racing, StartUps, Finishing };
    Phase phase = Phase::SettingUp;
    int round = 0;         ///< From 1; warm-up rounds by themselves.
    int rounds = 0;        ///< Repeats included.
    std::string contender; ///< Label of the one that works now.
    std::size_t point = 0; ///< Where it works: its place in pointsOf() the scenario.
    std::size_t points = 1;
    double done = 0; ///< Share of all slices, 0 to 1.
    std::optional<double> secondsLeft;
};

/// Called on the running thread between slices; has to return at once.
using ProgressListener = std::function<void(const Progress&)>;

/// Races the scenario's contenders, which has to be valid for this machine (see validate.h), at all
/// its points, and computes the result. Points take turns as contenders do, as many at once as the
/// machine holds; where they have to go in blocks, the baseline at the first point runs in each,
/// and a doubt of the result says how it fared. A stop request ends all work within 0.3 s and gives
/// what was measured, with status cancelled; a trial that fails is told in the result, while the
/// others go on. A failure is returned only when nothing could be run at all. Blocks; any thread;
/// one run at a time a thread.
Result<StoredRun> runScenario(const Scenario& scenario, const RunOptions& options,
                              const ProgressListener& listener, const std::stop_token& stop);

} // namespace troika
