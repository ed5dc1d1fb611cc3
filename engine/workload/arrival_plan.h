// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/stamp_clock.h"

#include <cstdint>
#include <memory>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika {

/// When each task of one slice is due. Tasks are due in the order of their numbers. Read-only while
/// the slice runs: any thread.
class ArrivalPlan {
public:
    virtual ~ArrivalPlan() = default;
    [[nodiscard]] virtual std::uint32_t tasks() const = 0;
    /// Nanoseconds on CLOCK_MONOTONIC.
    [[nodiscard]] virtual std::int64_t due(std::uint32_t task) const = 0;
    /// The first task after `from` that is not due at `now`: [from, returned) may start.
    [[nodiscard]] virtual std::uint32_t dueUntil(std::uint32_t from, std::int64_t now) const = 0;
};

/// Makes the plan of one slice that begins at `begin` (CLOCK_MONOTONIC, ns).
std::unique_ptr<ArrivalPlan> planArrivals(const Arrivals& arrivals, std::int64_t begin);

/// The same kind of arrivals with a single task, for launches that only measure starting.
[[nodiscard]] Arrivals singleTask(Arrivals arrivals);

/// The declared kinds of arrivals.
const std::vector<Kind>& arrivalKinds();

/// Sleeps until `due` on CLOCK_MONOTONIC; returns at once where that has passed.
void sleepUntil(std::int64_t due);

/// Calls `submit(first, last)` for tasks as they become due, waiting for the later ones on the
/// calling thread; returns when all have been handed over.
template <class Submit>
void submitAsDue(const ArrivalPlan& plan, Submit submit) {
    std::uint32_t next = 0;
    while (next < plan.tasks()) {
        const std::uint32_t until = plan.dueUntil(next, monotonicNow());
        if (until == next) {
            sleepUntil(plan.due(next));
            continue;
        }
        submit(next, until);
        next = until;
    }
}

} // namespace troika
