// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/slice.h"
#include "workload/loop_ring.h"
#include "workload/work.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace troika {

/// One event loop and the tasks in flight on it, a coroutine each. Of the thread that runs the
/// loop, once that runs.
class LoopLanes final : private SampleSink {
public:
    /// By what the loop waits.
    enum class Means { Epoll, Ring };

    /// Samples get the lane `number`. Without a `computePool` computations are done on the loop.
    LoopLanes(const Work& work, std::uint32_t number, std::uint32_t inFlight,
              boost::asio::thread_pool* computePool, Means means = Means::Epoll);
    ~LoopLanes();

    /// Before all else: has what it waits by. "io-uring-refused".
    Result<> open();

    /// Makes ready for a slice of `tasks` tasks.
    Async<Result<>> leadIn(std::uint32_t tasks);
    /// Of this slice are the tasks that follow. `onEnded` is called after each has ended.
    void begin(const Slice& slice, std::function<void()> onEnded);
    /// Tasks that are due; begun at once or, where too many are in flight, as others end.
    void add(TaskRange tasks);
    /// Tasks that were added and have not ended.
    [[nodiscard]] std::uint32_t open() const { return m_open; }
    void settle();

    boost::asio::io_context& loop() { return m_loop; }
    [[nodiscard]] const LoopPlace& place() const { return m_place; }

    // For who gives his own thread to the loop.
    void run();   ///< Until stop().
    void stop();  ///< From within the loop.
    void drain(); ///< Does what is ready, so that what was cancelled comes back now.

private:
    void wait(TaskRange tasks);
    void startWaiting();
    std::uint32_t takeWaiting();
    Async<void> performFrom(std::uint32_t task);
    void take(std::uint32_t task, const Sample& sample) override;

    boost::asio::io_context m_loop;
    std::optional<LoopRing> m_ring;
    LoopPlace m_place;
    std::uint32_t m_number;
    std::uint32_t m_inFlight;
    std::unique_ptr<AsyncLane> m_lane;
    const Slice* m_slice = nullptr;
    std::function<void()> m_onEnded;
    std::deque<TaskRange> m_waiting; ///< Due and not begun; none of them is empty.
    std::uint32_t m_open = 0;
    std::uint32_t m_lanes = 0; ///< Coroutines that perform tasks: those in flight.
};

} // namespace troika
