// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/arrival_plan.h"
#include "workload/draw.h"

#include <span>
#include <troika/sample/sample_log.h>

namespace troika {

/// One measured burst, as a backend sees it: which tasks there are, when each is due, and where its
/// sample goes. May be used by any number of lanes at once, each task by one.
class Slice {
public:
    Slice(std::uint64_t seed, std::uint64_t round, ArrivalPlan& arrivals,
          std::span<SampleSlot> slots)
        : m_seed(seed), m_round(round), m_arrivals(arrivals), m_slots(slots) {}

    [[nodiscard]] ArrivalPlan& arrivals() const { return m_arrivals; }
    [[nodiscard]] std::uint64_t round() const { return m_round; }
    [[nodiscard]] TaskName name(std::uint32_t task) const { return {m_seed, m_round, task, 0}; }

    /// Stores how a task went, its due time filled in here, and tells the arrivals that it ended.
    void record(std::uint32_t task, std::uint32_t lane, const Sample& sample) const {
        store(task, lane, sample);
        m_arrivals.ended(sample.end);
    }
    /// The same; what that end has made due at once is the caller's to do.
    [[nodiscard]] TaskRange recordAndClaim(std::uint32_t task, std::uint32_t lane,
                                           const Sample& sample) const {
        store(task, lane, sample);
        return m_arrivals.endedAndClaim(sample.end);
    }

private:
    void store(std::uint32_t task, std::uint32_t lane, Sample sample) const {
        sample.due = m_arrivals.due(task);
        sample.lane = lane;
        storeSample(m_slots[task], sample);
    }

    std::uint64_t m_seed;
    std::uint64_t m_round;
    ArrivalPlan& m_arrivals;
    std::span<SampleSlot> m_slots;
};

} // namespace troika
