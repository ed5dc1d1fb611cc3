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
    Slice(std::uint64_t seed, std::uint64_t round, const ArrivalPlan& arrivals,
          std::span<SampleSlot> slots)
        : m_seed(seed), m_round(round), m_arrivals(arrivals), m_slots(slots) {}

    [[nodiscard]] const ArrivalPlan& arrivals() const { return m_arrivals; }
    [[nodiscard]] std::uint64_t round() const { return m_round; }
    [[nodiscard]] TaskName name(std::uint32_t task) const { return {m_seed, m_round, task, 0}; }

    /// Stores how a task went; its due time is filled in here.
    void record(std::uint32_t task, std::uint32_t lane, Sample sample) const {
        sample.due = m_arrivals.due(task);
        sample.lane = lane;
        storeSample(m_slots[task], sample);
    }

private:
    std::uint64_t m_seed;
    std::uint64_t m_round;
    const ArrivalPlan& m_arrivals;
    std::span<SampleSlot> m_slots;
};

} // namespace troika
