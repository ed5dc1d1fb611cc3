// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/step_work.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace troika {

/// Calls back once, at a time, on an event loop. Of the loop's thread.
class LoopTimer {
public:
    using Clock = std::chrono::steady_clock;

    explicit LoopTimer(const LoopPlace& loop);
    LoopTimer(const LoopTimer&) = delete;
    LoopTimer& operator=(const LoopTimer&) = delete;
    ~LoopTimer() { cancel(); }

    /// Instead of what it was set to before. Too early where the system is short of memory.
    void callAt(Clock::time_point time, std::function<void()> then);
    /// Nothing is called any more.
    void cancel();

private:
    struct Call;
    class RingAlarm;
    using AsioTimer =
        boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, LoopExecutor>;

    LoopPlace m_loop;
    std::optional<AsioTimer> m_timer; ///< Where the loop has no ring.
    std::shared_ptr<Call> m_call;     ///< Of what is set.
};

} // namespace troika
