// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/turns.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/this_coro.hpp>

namespace troika {

Async<Outcome> Turns::await() {
    Waiting waiting(m_loop, m_patience);
    m_line.push_back(waiting);
    const auto [error] = co_await waiting.timer.async_wait(boost::asio::as_tuple(awaiting));
    if (!waiting.called) co_return error ? Outcome::Cancelled : Outcome::TimedOut;
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
    first.timer.cancel();
}

} // namespace troika
