// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/scenario/setting.h>
#include <troika/scenario/sweep.h>

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
    std::string kind; ///< "batch", "closed", "open"
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
    std::vector<Sweep> sweep; ///< None, one, or two over a grid; see points.h.

    bool operator==(const Scenario&) const = default;

    [[nodiscard]] const Contender* contender(std::string_view label) const;
    /// What is shown for a label, in each language: the title, else the label itself.
    [[nodiscard]] Text titleOf(const std::string& label) const;
};

/// The settings by which arrivals say how many tasks they admit in one slice: so many, or for so
/// long. Where a duration ends closed arrivals, there may be `mostClosedTasks` and no more.
inline constexpr const char* tasksSetting = "tasks";
inline constexpr const char* admissionSetting = "duration";
inline constexpr const char* rateSetting = "rate"; ///< A second; open arrivals alone.
inline constexpr std::uint64_t mostClosedTasks = 100'000;

/// Tasks that these arrivals can admit in one slice at the most. Open ones for a duration: what is
/// expected and six standard deviations (Poisson's).
[[nodiscard]] std::uint64_t mostTasks(const Arrivals& arrivals);
/// How long they admit tasks; 0 where it is their number that ends them.
[[nodiscard]] std::chrono::nanoseconds admissionOf(const Arrivals& arrivals);
/// Slots that one slice needs in the sample log.
[[nodiscard]] std::uint64_t tasksPerSlice(const Workload& workload);

/// Slice attempts that a trial has room for: warm-up, rounds, and repeats of half the rounds (two
/// at least).
[[nodiscard]] int slicesPerTrial(const Scenario& scenario);

} // namespace troika
