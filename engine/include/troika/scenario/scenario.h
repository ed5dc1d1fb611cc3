// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/scenario/setting.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace troika {

/// One step of every task: what kind of work, and how.
struct Step {
    std::string kind; ///< "download", "disk", "compute"
    Settings settings;

    bool operator==(const Step&) const = default;
};

/// How tasks come: all at once, so many in flight, at a rate.
struct Arrivals {
    std::string kind; ///< "batch"
    Settings settings;

    bool operator==(const Arrivals&) const = default;
};

/// Steps that a task may have: as many as a sample has room for (tested against sample.h).
inline constexpr std::size_t mostSteps = 4;

/// What every task does, how many there are and how they arrive.
struct Workload {
    std::vector<Step> steps;
    Arrivals arrivals;
    std::chrono::nanoseconds timeout = std::chrono::seconds(30); ///< Of one task.

    bool operator==(const Workload&) const = default;
};

/// A backend with its settings, under a label of its own.
struct Contender {
    std::string label; ///< Unique; without `[ ] , =`.
    Text title;        ///< What is shown; the label where a scenario gives none.
    std::string backend;
    Settings settings;

    bool operator==(const Contender&) const = default;
};

/// A race: a workload, who runs in it and how often. A plain value; see json.h for its file and
/// validate.h for its rules.
struct Scenario {
    std::string name;
    Text title;
    Text about;
    Workload workload;
    std::vector<Contender> contenders;
    std::string baseline; ///< A label.
    int rounds = 10;
    int warmUpRounds = 1;
    std::uint64_t seed = 1;

    bool operator==(const Scenario&) const = default;

    [[nodiscard]] const Contender* contender(std::string_view label) const;
    /// What is shown for a label, in each language: the title, else the label itself.
    [[nodiscard]] Text titleOf(const std::string& label) const;
};

/// The setting by which arrivals declare how many tasks they admit in one slice.
inline constexpr const char* tasksSetting = "tasks";

/// Slots that one slice needs in the sample log: the tasks its arrivals can admit at the most.
[[nodiscard]] std::uint64_t tasksPerSlice(const Workload& workload);

/// Slice attempts that a trial has room for: warm-up, rounds, and repeats of half the rounds (two
/// at least).
[[nodiscard]] int slicesPerTrial(const Scenario& scenario);

} // namespace troika
