// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/loop_lanes.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <troika/base/check.h>

namespace troika {

namespace asio = boost::asio;

LoopLanes::LoopLanes(const Work& work, std::uint32_t number, std::uint32_t inFlight,
                     asio::thread_pool* computePool, Means means)
    : m_loop(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO),
      m_place{m_loop.get_executor(), computePool,
              means == Means::Ring ? &m_ring.emplace() : nullptr},
      m_number(number),
      m_inFlight(inFlight),
      m_lane(work.asyncLane(m_place)) {}

/// The ring first: who awaits it uses all the others.
LoopLanes::~LoopLanes() {
    if (m_ring) m_ring->close();
}

Result<> LoopLanes::open() {
    return m_ring ? m_ring->open(m_place.computePool != nullptr) : Result<>{};
}

void LoopLanes::run() {
    if (m_ring) return m_ring->run(m_loop);
    m_loop.restart();
    m_loop.run();
}

void LoopLanes::stop() {
    if (m_ring) return m_ring->stop();
    m_loop.stop();
}

void LoopLanes::drain() {
    if (m_ring) return m_ring->drain(m_loop);
    m_loop.restart();
    m_loop.poll();
}

Async<Result<>> LoopLanes::leadIn(std::uint32_t tasks) {
    return m_lane->leadIn(std::min(m_inFlight, tasks));
}

void LoopLanes::begin(const Slice& slice, std::function<void()> onEnded) {
    TROIKA_CHECK(m_open == 0, "a slice begins when the one before it is over");
    m_slice = &slice;
    m_onEnded = std::move(onEnded);
}

void LoopLanes::add(TaskRange tasks) {
    wait(tasks);
    startWaiting();
}

void LoopLanes::settle() { m_lane->settle(); }

void LoopLanes::wait(TaskRange tasks) {
    if (tasks.empty()) return;
    m_open += tasks.size();
    m_waiting.push_back(tasks);
}

void LoopLanes::startWaiting() {
    while (!m_waiting.empty() && m_lanes < m_inFlight) {
        ++m_lanes;
        asio::co_spawn(m_loop, performFrom(takeWaiting()), [](const std::exception_ptr& bug) {
            TROIKA_CHECK(!bug, "no exception leaves a lane");
        });
    }
}

std::uint32_t LoopLanes::takeWaiting() {
    TaskRange& first = m_waiting.front();
    const std::uint32_t task = first.first++;
    if (first.empty()) m_waiting.pop_front();
    return task;
}

/// Does task `task`, and goes on with the next one that waits: a coroutine a task, but one spawn
/// for all that follow one another.
Async<void> LoopLanes::performFrom(std::uint32_t task) {
    for (;;) {
        co_await m_lane->perform(m_slice->name(task), *this);
        m_onEnded();
        if (m_waiting.empty()) break;
        task = takeWaiting();
        startWaiting();
    }
    // In the same breath: what comes from now on is begun by whoever adds it.
    --m_lanes;
}

void LoopLanes::take(std::uint32_t task, const Sample& sample) {
    --m_open;
    wait(m_slice->recordAndClaim(task, m_number, sample));
}

} // namespace troika
