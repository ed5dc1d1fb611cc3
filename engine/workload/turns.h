// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/loop_ring.h"
#include "workload/step_work.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <cstddef>
#include <optional>
#include <troika/sample/sample.h>

namespace troika {

/// The line of an event loop's tasks that wait for something of which there is too little; served
/// in their order. Of the loop's thread.
class Turns {
public:
    /// Nobody waits longer than `patience`.
    Turns(const LoopPlace& loop, std::chrono::nanoseconds patience)
        : m_loop(loop), m_patience(patience) {}

    /// Finished when called; TimedOut; or Cancelled with its coroutine.
    Async<Outcome> await();
    /// Calls the first; nobody where nobody waits.
    void callFirst();
    /// How many were called and have not gone on yet: what is there is theirs.
    [[nodiscard]] std::size_t called() const { return m_called; }

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting : boost::intrusive::list_base_hook<
                         boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
        std::optional<boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>,
                                                        LoopExecutor>>
            timer;                  ///< Where the loop has no ring.
        RingEnd* timeout = nullptr; ///< Where it has one, and takes timeouts.
        bool called = false;
    };

    LoopPlace m_loop;
    std::chrono::nanoseconds m_patience;
    std::size_t m_called = 0;
    boost::intrusive::list<Waiting, boost::intrusive::constant_time_size<false>> m_line;
};

} // namespace troika
