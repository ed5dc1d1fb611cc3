// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/single_loop.h"

#include <boost/asio/co_spawn.hpp>
#include <troika/base/check.h>

namespace troika {

namespace asio = boost::asio;

SingleLoop::SingleLoop(const Stage& stage, LoopLanes::Means means)
    : m_work(stage.work),
      m_pool(stage.settings),
      m_lanes(stage.work, 0, inFlightOf(stage.settings), m_pool.get(), means),
      m_timer(m_lanes.place()) {}

/// The pool's threads first: they still hold the loop for a moment after the last task has ended.
SingleLoop::~SingleLoop() { m_pool.join(); }

Result<> SingleLoop::leadIn(std::uint32_t tasks) {
    Result<> ready;
    asio::co_spawn(m_lanes.loop(), m_lanes.leadIn(tasks),
                   [&](const std::exception_ptr& bug, const Result<>& result) {
                       TROIKA_CHECK(!bug, "no exception leaves a lane");
                       ready = result;
                       m_lanes.stop();
                   });
    m_lanes.run();
    return ready;
}

Result<> SingleLoop::run(const Slice& slice) {
    m_arrivals = &slice.arrivals();
    m_awaited = ArrivalPlan::never;
    m_moreToCome = true;
    m_lanes.begin(slice, [this] { goOn(); });
    admit();
    if (!isOver()) m_lanes.run();
    return {};
}

Result<> SingleLoop::settle() {
    m_timer.cancel();
    m_lanes.settle();
    m_lanes.drain();
    return {};
}

/// Lets in what is due, and comes back for what is known to be due later.
void SingleLoop::admit() {
    m_lanes.add(m_arrivals->claim(monotonicNow()));
    m_moreToCome = !m_arrivals->exhausted();
    const std::int64_t next = m_arrivals->nextDue();
    // Who is called earlier comes back here: setting the time anew after each task would cost more
    // than a short task.
    if (next >= m_awaited) return;
    m_awaited = next;
    m_timer.callAt(LoopTimer::Clock::time_point(std::chrono::nanoseconds(next)), [this] {
        m_awaited = ArrivalPlan::never;
        goOn();
    });
}

void SingleLoop::goOn() {
    if (m_moreToCome) admit();
    if (isOver()) m_lanes.stop();
}

} // namespace troika
