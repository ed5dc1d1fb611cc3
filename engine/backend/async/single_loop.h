// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/async/loop_lanes.h"
#include "backend/async/loop_settings.h"
#include "backend/backend.h"
#include "workload/loop_timer.h"

namespace troika {

/// One event loop on the runner's own thread, a coroutine a task.
class SingleLoop : public Backend {
public:
    SingleLoop(const Stage& stage, LoopLanes::Means means);
    ~SingleLoop() override;

    Result<> setUp() override { return m_lanes.open(); }
    Result<> leadIn(std::uint32_t tasks) override;
    Result<> run(const Slice& slice) override;
    Result<> settle() override;
    [[nodiscard]] std::vector<Text> notes() const override { return m_work.asyncNotes(); }

private:
    void admit();
    void goOn();
    [[nodiscard]] bool isOver() const { return !m_moreToCome && m_lanes.open() == 0; }

    const Work& m_work;
    ComputePool m_pool;
    LoopLanes m_lanes;
    LoopTimer m_timer;
    ArrivalPlan* m_arrivals = nullptr;
    std::int64_t m_awaited = ArrivalPlan::never; ///< What the timer was set to.
    bool m_moreToCome = false;
};

} // namespace troika
