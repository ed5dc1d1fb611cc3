// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/stamp_clock.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika {

/// Tasks [first, last).
struct TaskRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] bool empty() const { return first == last; }
    [[nodiscard]] std::uint32_t size() const { return last - first; }
    bool operator==(const TaskRange&) const = default;
};

/// When each task of one slice is due, and who takes it. Tasks are due, and taken, in the order of
/// their numbers. Where arrivals are closed, the end of one task makes another one due.
class ArrivalPlan {
public:
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
    static constexpr std::uint32_t all = std::numeric_limits<std::uint32_t>::max();

    virtual ~ArrivalPlan() = default;

    /// Tasks whose due time is known; when the plan is exhausted, all that there are. Any thread.
    [[nodiscard]] virtual std::uint32_t admitted() const = 0;
    /// Of an admitted task; nanoseconds on CLOCK_MONOTONIC. Any thread that was handed the task.
    [[nodiscard]] virtual std::int64_t due(std::uint32_t task) const = 0;

    /// Takes up to `most` tasks that are due at `now`; nobody gets them again. One thread at a
    /// time, as all that follow; ended() alone may be called beside them, from any thread.
    [[nodiscard]] virtual TaskRange claim(std::int64_t now, std::uint32_t most = all) = 0;
    /// When the next task that nobody took is due; `never` where none is known.
    [[nodiscard]] virtual std::int64_t nextDue() const = 0;
    /// No task is left to be taken, and none will come.
    [[nodiscard]] virtual bool exhausted() const = 0;
    /// Waits until a task is due or the plan is exhausted.
    virtual void await() = 0;

    /// A taken task has ended at `at`.
    virtual void ended(std::int64_t /*at*/) {}
    /// The same, and takes what that has made due at once, for whoever goes on by himself.
    [[nodiscard]] virtual TaskRange endedAndClaim(std::int64_t at) {
        ended(at);
        return {};
    }
};

/// Makes the plan of the slice of that round that begins at `begin` (CLOCK_MONOTONIC, ns).
std::unique_ptr<ArrivalPlan> planArrivals(const Arrivals& arrivals, std::uint64_t seed,
                                          std::uint64_t round, std::int64_t begin);

/// A plan with these due times, in ascending order.
std::unique_ptr<ArrivalPlan> planOf(std::vector<std::int64_t> due);

/// Longer than any time without a due task, while all goes well: what a slice may be silent for.
[[nodiscard]] std::chrono::nanoseconds longestGap(const Arrivals& arrivals);

/// A single task, for launches that only measure starting.
[[nodiscard]] Arrivals singleTask();

/// The declared kinds of arrivals.
const std::vector<Kind>& arrivalKinds();

/// Sleeps until `due` on CLOCK_MONOTONIC; returns at once where that has passed.
void sleepUntil(std::int64_t due);

/// Calls `submit(TaskRange)` for tasks as they become due, waiting for the later ones on the
/// calling thread; returns when no more will come.
template <class Submit>
void feed(ArrivalPlan& plan, Submit submit) {
    for (;;) {
        const TaskRange due = plan.claim(monotonicNow());
        if (!due.empty()) {
            submit(due);
        } else if (plan.exhausted()) {
            return;
        } else {
            plan.await();
        }
    }
}

} // namespace troika
