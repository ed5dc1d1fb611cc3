// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/result.h>
#include <troika/result/samples.h>
#include <troika/sample/sample.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace troika {

/// What was measured in one attempt at one slice. Times are CLOCK_MONOTONIC ns.
struct SliceRecord {
    int round = 0; ///< Warm-up rounds count from 0 by themselves.
    int attempt = 0;
    int order = 0;
    bool warmUp = false;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    /// Where a duration ends admission: that duration, ns; else 0.
    std::int64_t admission = 0;
    bool counted = false;
    std::optional<Text> whyNot;
    std::vector<Sample> samples; ///< A task's number is its place; Empty where it never ended.
    double cpuUserSeconds = 0;   ///< Within this slice, as the other figures.
    double cpuSystemSeconds = 0;
    std::int64_t voluntarySwitches = 0;
    std::int64_t involuntarySwitches = 0;
};

/// What one contender did at one point, as the supervisor saw it.
struct TrialRecord {
    std::string label;
    std::string backend;
    TrialStatus status = TrialStatus::Finished;
    std::optional<Failure> reason;
    std::vector<SliceRecord> slices; ///< In the order they ran.
    std::int64_t peakMemoryBytes = 0;
    std::int64_t threads = 0;
    std::int64_t processes = 0;
    std::vector<double> startUpSeconds; ///< One a launch.
    std::optional<double> shutDownSeconds;
    std::vector<Text> notes;
};

/// Turns what was measured into figures, comparisons and the doubts that figures alone raise.
/// Checks that equal work was done: an outcome Wrong fails its contender ("wrong-output"), and so
/// does a digest that differs from the reference's for the same (round, task) in counted slices
/// ("digest-mismatch"; the reference is the baseline, else the first contender that finished the
/// task). Failed contenders keep their figures, but are compared with nobody. Pure.
[[nodiscard]] PointResult analyse(const Scenario& scenario, std::span<const TrialRecord> trials,
                                  Json parameters = Json::object());

/// The samples of one point, for the result file.
[[nodiscard]] PointSamples takeSamples(std::vector<TrialRecord>&& trials);

} // namespace troika
