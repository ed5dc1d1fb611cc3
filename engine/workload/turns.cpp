// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/turns.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/this_coro.hpp>

namespace troika {

Async<Outcome> Turns::await() {
    Waiting waiting;
    m_line.push_back(waiting);
    bool cut = false; // By callFirst(), or by whoever cancels the coroutine.
    if (m_loop.ring == nullptr) {
        waiting.timer.emplace(m_loop.executor, m_patience);
        const auto [error] = co_await waiting.timer->async_wait(boost::asio::as_tuple(awaiting));
        cut = static_cast<bool>(error);
    } else {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(m_patience);
        __kernel_timespec patience{seconds.count(), (m_patience - seconds).count()};
        co_await m_loop.ring->start(
            [&](io_uring_sqe* entry) { io_uring_prep_timeout(entry, &patience, 0, 0); },
            {.awaited = &waiting.timeout});
    }
    if (!waiting.called) co_return cut ? Outcome::Cancelled : Outcome::TimedOut;
    --m_called;
    const auto state = co_await boost::asio::this_coro::cancellation_state;
    if (state.cancelled() == boost::asio::cancellation_type::none) co_return Outcome::Finished;
    callFirst(); // Cancelled and called at once: the next one has it.
    co_return Outcome::Cancelled;
}

void Turns::callFirst() {
    if (m_line.empty()) return;
    Waiting& first = m_line.front();
    first.unlink();
    first.called = true;
    ++m_called;
    if (first.timer) first.timer->cancel();
    if (first.timeout != nullptr) m_loop.ring->cancel(*first.timeout);
}

} // namespace troika
