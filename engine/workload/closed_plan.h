// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/arrival_plan.h"

#include <condition_variable>
#include <mutex>

namespace troika {

/// Closed arrivals: a fixed number of users, each of whom wants his next task a think time after
/// the end of his last one. (A task has no user of its own: whichever ends brings the next number.)
class ClosedPlan final : public ArrivalPlan {
public:
    /// Times in nanoseconds, moments on CLOCK_MONOTONIC.
    struct Rules {
        std::uint32_t inFlight = 1;
        std::uint32_t most = 0; ///< Tasks in all.
        std::int64_t think = 0;
        std::int64_t begin = 0;     ///< When the first ones are due.
        std::int64_t close = never; ///< From when on none becomes due.
    };
    explicit ClosedPlan(const Rules& rules);

    std::uint32_t admitted() const override;
    std::int64_t due(std::uint32_t task) const override { return m_due[task]; }
    TaskRange claim(std::int64_t now, std::uint32_t most) override;
    std::int64_t nextDue() const override;
    bool exhausted() const override;
    void await() override;
    void ended(std::int64_t at) override;
    TaskRange endedAndClaim(std::int64_t at) override;

private:
    void admitAfter(std::int64_t end);
    [[nodiscard]] TaskRange take(std::int64_t now, std::uint32_t most);
    [[nodiscard]] bool nothingLeft() const;

    const Rules m_rules;
    std::vector<std::int64_t> m_due; ///< Of as many tasks as there can be; [0, m_admitted) hold.
    mutable std::mutex m_mutex;      ///< Guards what follows.
    std::condition_variable m_changed;
    std::uint32_t m_admitted = 0;
    std::uint32_t m_claimed = 0;
    std::uint32_t m_ended = 0;
};

} // namespace troika
