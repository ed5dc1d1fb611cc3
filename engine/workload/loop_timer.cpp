// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/loop_timer.h"

#include "workload/loop_ring.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace troika {

namespace asio = boost::asio;

/// What is to be called. Who will call it holds it weakly: what is on its way already when the
/// timer is cancelled finds nothing.
struct LoopTimer::Call {
    std::function<void()> then;
    RingAlarm* pending = nullptr; ///< Awaits it, where a ring does.

    static void make(const std::weak_ptr<Call>& call) {
        if (const auto alive = call.lock(); alive && alive->then) {
            std::exchange(alive->then, nullptr)();
        }
    }
};

/// A ring's timeout; deletes itself.
class LoopTimer::RingAlarm final : public RingEnd {
public:
    RingAlarm(Clock::time_point time, const std::shared_ptr<Call>& call) : m_call(call) {
        const auto since = time.time_since_epoch();
        const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
        m_time.tv_sec = seconds.count();
        m_time.tv_nsec = std::chrono::nanoseconds(since - seconds).count();
        call->pending = this;
    }
    /// CLOCK_MONOTONIC, which steady_clock is, and an absolute time.
    void describe(io_uring_sqe* entry) {
        io_uring_prep_timeout(entry, &m_time, 0, IORING_TIMEOUT_ABS);
    }
    void ended(int) override {
        const auto call = m_call;
        dropped(0);
        Call::make(call);
    }
    void dropped(int) override {
        if (const auto alive = m_call.lock()) alive->pending = nullptr;
        delete this;
    }

private:
    __kernel_timespec m_time{};
    std::weak_ptr<Call> m_call;
};

LoopTimer::LoopTimer(const LoopPlace& loop) : m_loop(loop) {
    if (m_loop.ring == nullptr) m_timer.emplace(m_loop.executor);
}

void LoopTimer::callAt(Clock::time_point time, std::function<void()> then) {
    cancel();
    m_call = std::make_shared<Call>(Call{std::move(then)});
    const std::weak_ptr call = m_call;
    if (m_timer) {
        m_timer->expires_at(time);
        m_timer->async_wait([call](const boost::system::error_code&) { Call::make(call); });
        return;
    }
    auto alarm = std::make_unique<RingAlarm>(time, m_call);
    const bool begun =
        m_loop.ring->startFor(*alarm, [&](io_uring_sqe* entry) { alarm->describe(entry); });
    if (begun) {
        (void)alarm.release();
    } else {
        m_call->pending = nullptr;
        asio::post(m_loop.executor, [call] { Call::make(call); });
    }
}

void LoopTimer::cancel() {
    if (const auto call = std::exchange(m_call, nullptr); call && call->pending != nullptr) {
        m_loop.ring->cancel(*call->pending);
    }
    if (m_timer) m_timer->cancel();
}

} // namespace troika
