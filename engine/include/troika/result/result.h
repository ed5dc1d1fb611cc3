// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>
#include <troika/base/text.h>
#include <troika/scenario/json.h>
#include <troika/scenario/scenario.h>
#include <troika/stats/latency.h>
#include <troika/stats/verdict.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace troika {

enum class TrialStatus { Finished, Failed, Cancelled, Unavailable };
enum class RunStatus { Finished, Failed, Cancelled };

/// Every task of the counted slices ended in one of these ways.
struct TaskCounts {
    std::uint64_t finished = 0;
    std::uint64_t failed = 0;  ///< Outcomes Failed, Refused, TimedOut and Wrong.
    std::uint64_t dropped = 0; ///< Cancelled, Lost, or never begun.
    std::uint64_t refused = 0; ///< Of those failed: the scenario asked for it.

    /// Failed and dropped ones that the scenario did not ask for.
    [[nodiscard]] std::uint64_t unasked() const { return failed - refused + dropped; }
    bool operator==(const TaskCounts&) const = default;
};

/// Tasks a second, over the counted slices.
struct Throughput {
    std::optional<double> median;
    std::optional<Interval> interval; ///< 95 % of the median; nothing below six slices.

    bool operator==(const Throughput&) const = default;
};

/// Tasks that were due and that nobody had begun: over the counted slices, each from the first
/// moment when there was one to the last.
struct Waiting {
    double mean = 0;       ///< Over time.
    std::int64_t most = 0; ///< At any moment.

    bool operator==(const Waiting&) const = default;
};

/// One step of the tasks, by itself: from the end of the step before it, so what a task waits for
/// its turn at a step is in that step's time.
struct StepLatency {
    std::string kind;
    Latency latency;

    bool operator==(const StepLatency&) const = default;
};

/// What a contender cost: its whole process tree, over the counted slices.
struct Usage {
    double cpuUserSeconds = 0;
    double cpuSystemSeconds = 0;
    std::int64_t voluntarySwitches = 0;
    std::int64_t involuntarySwitches = 0;
    std::int64_t peakMemoryBytes = 0;
    std::int64_t threads = 0;
    std::int64_t processes = 0;
    std::optional<double> startUpSeconds; ///< From spawn to the end of a first task; median.
    std::optional<double> shutDownSeconds;
    // How sure the costs of a finished task are: 95 %, from how the slices differ (see slices.h).
    std::optional<Interval> cpuOfTaskInterval; ///< Seconds.
    std::optional<Interval> switchesOfTaskInterval;

    bool operator==(const Usage&) const = default;
};

/// One attempt at one slice of a round that is not warm-up.
struct SliceFigures {
    int round = 0;
    int attempt = 0;
    int order = 0; ///< Its place within the round, from 0.
    double seconds = 0;
    std::uint64_t finished = 0;
    std::optional<double> throughput; ///< Nothing where no task finished.
    bool counted = false;
    std::optional<Text> whyNot;

    bool operator==(const SliceFigures&) const = default;
};

/// Everything about one contender at one point.
struct ContenderResult {
    std::string label;
    std::string backend;
    TrialStatus status = TrialStatus::Finished;
    std::optional<Failure> reason;
    TaskCounts tasks;
    std::string digest; ///< 16 hex digits; equal for equal work; empty without a finished task.
    Throughput throughput;
    Latency latency;  ///< From due.
    Latency service;  ///< From start.
    Latency queueing; ///< From due to start.
    Waiting waiting;
    std::vector<StepLatency> steps; ///< Of a task, in order.
    Usage usage;
    std::vector<SliceFigures> slices; ///< In the order they ran.
    std::vector<Text> notes;          ///< How it was done here ("files: io_uring").

    // What a finished task cost; nothing where none finished.
    [[nodiscard]] std::optional<double> cpuOfTask() const; ///< Processor seconds.
    [[nodiscard]] std::optional<double> switchesOfTask() const;
    bool operator==(const ContenderResult&) const = default;
};

/// Two contenders on one measure: "throughput", "latency.p50", "latency.p99" (both of the tasks
/// that both finished) or "cpu" (processor seconds a finished task).
struct Comparison {
    std::string of; ///< Labels.
    std::string to;
    std::string measure;
    std::optional<double> ratio;      ///< of ÷ to; nothing where no round has both.
    std::optional<Interval> interval; ///< At its Holm level; nothing below five rounds.
    Verdict verdict = Verdict::TooFewRounds;
    int rounds = 0;
    int leftOut = 0; ///< Rounds without two positive figures.
    Text sentence;   ///< The verdict in words.

    bool operator==(const Comparison&) const = default;
};

/// A typed reason to distrust a number; evidence and advice are whole sentences.
struct Doubt {
    std::string kind;  ///< "origin-saturated"
    std::string about; ///< A label, or empty: all.
    Text evidence;
    Text advice;

    bool operator==(const Doubt&) const = default;
};

struct PointResult {
    Json parameters = Json::object(); ///< Swept paths and their values.
    std::vector<ContenderResult> contenders;
    std::vector<Comparison> comparisons;
    std::vector<Doubt> doubts;

    bool operator==(const PointResult&) const = default;
    [[nodiscard]] const ContenderResult* contender(std::string_view label) const;
};

/// `troika-result/1` (formats.md) as plain values.
struct RunResult {
    std::string id;
    std::string troika;  ///< Version and commit.
    std::string started; ///< ISO 8601, UTC.
    double seconds = 0;
    Scenario scenario; ///< As run: the recipe.
    Json environment = Json::object();
    RunStatus status = RunStatus::Finished;
    std::vector<PointResult> points;
    std::vector<Doubt> doubts;

    bool operator==(const RunResult&) const = default;
};

[[nodiscard]] std::string_view name(TrialStatus status);
[[nodiscard]] std::string_view name(RunStatus status);

/// A new, random id for a run: 32 hex digits.
[[nodiscard]] std::string newResultId();
/// Now, as RunResult::started wants it: "2025-01-31T12:34:56Z".
[[nodiscard]] std::string timeStampNow();
/// Version and commit of this build, as RunResult::troika wants it.
[[nodiscard]] std::string thisTroika();

} // namespace troika
