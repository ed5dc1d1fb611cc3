// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"
#include "workload/operation_ring.h"

#include <atomic>
#include <cstdint>
#include <troika/base/result.h>

namespace troika {

/// A ring that is all a loop waits for: no epoll beside it. In one turn the loop does what is
/// ready, hands over what that has asked for and waits, both in one system call, and resumes who
/// awaited what has ended. Files, sockets and times are operations alike. Everything of the thread
/// that opened it, but for wake().
///
/// Nothing that needs Asio's own waiting (its sockets, its timers) may be used on such a loop.
class LoopRing final : public OperationRing {
public:
    LoopRing() = default;
    ~LoopRing() { close(); }

    /// `wakeable`: other threads will post to the loop. "io-uring-refused".
    [[nodiscard]] Result<> open(bool wakeable);
    void close() { closeRing(); }

    /// Runs `loop`, turn by turn, until stop().
    void run(boost::asio::io_context& loop);
    void stop() { m_stopped = true; }
    /// Runs `loop` until nothing is ready and nothing under way.
    void drain(boost::asio::io_context& loop);

    /// Hands over at once what was asked for. For who keeps the loop busy for a while.
    void flush();
    /// After something was posted to the loop from another thread. Any thread.
    void wake();

    /// The kernel ends operations only when the loop asks (since Linux 6.1): the best it can do.
    [[nodiscard]] bool endsWhenAsked() const { return m_endsWhenAsked; }

private:
    /// Awaits that another thread wakes the loop.
    struct WakeEnd final : RingEnd {
        explicit WakeEnd(LoopRing& ring) : owner(ring) {}
        void ended(int) override { owner.awaitWake(); }
        void dropped(int) override {}
        LoopRing& owner;
    };

    void queued() override;
    void awaitWake();
    void turn(boost::asio::io_context& loop);
    void reap();
    [[nodiscard]] bool isIdle() const { return underWay() == (m_wake ? 1U : 0U); }

    Descriptor m_wake; ///< An eventfd; where the loop is wakeable.
    std::uint64_t m_wakes = 0;
    WakeEnd m_wakeEnd{*this};
    std::atomic<bool> m_asleep = false; ///< The loop waits, or is about to.
    bool m_stopped = false;
    bool m_endsWhenAsked = false;
};

} // namespace troika
