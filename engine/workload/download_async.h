// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/download_plan.h"
#include "workload/http_exchange.h"
#include "workload/loop_socket.h"
#include "workload/loop_timer.h"
#include "workload/step_work.h"
#include "workload/turns.h"

#include <array>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <memory>
#include <vector>

namespace troika {

/// A connection of one event loop to the origin, and the exchange that goes over it.
struct DownloadConnection
    : boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
    explicit DownloadConnection(const LoopPlace& loop) : socket(makeLoopSocket(loop)) {}

    /// Starts to connect; false where not even that goes, with the error noted.
    bool beginConnect(std::uint16_t port);

    std::unique_ptr<LoopSocket> socket;
    HttpExchange exchange;
    /// What comes first of an answer. A read that was asked for beforehand and leaves room here
    /// costs one system call and no word to epoll; every task in flight has such a buffer.
    std::array<char, 2048> first;
    std::chrono::steady_clock::time_point deadline;
    std::size_t sent = 0; ///< Of the request.
    int error = 0;        ///< The system's number of the last one.
    bool overdue = false;
};

/// Those that are under way, oldest first: all have the same timeout, so the first is due first.
/// One timer for all looks every 50 ms and cancels what is overdue. It runs while something is
/// under way, at most 50 ms longer, and not after stop().
class DownloadWatch {
public:
    using Clock = LoopTimer::Clock;

    DownloadWatch(const LoopPlace& loop, std::chrono::nanoseconds timeout);
    /// Until the connection is unlinked or destroyed.
    void add(DownloadConnection& connection);
    void stop();

private:
    void awaitTick();
    void tick();

    LoopTimer m_timer;
    Clock::duration m_timeout;
    bool m_ticking = false;
    boost::intrusive::list<DownloadConnection, boost::intrusive::constant_time_size<false>>
        m_underWay;
};

/// Downloads for any number of tasks on one event loop, over a pool of connections of which the
/// one used last is taken first; where the plan says how many there may be, tasks queue for them. A
/// request takes one asynchronous operation in the usual case.
class AsyncDownload final : public AsyncStep {
public:
    AsyncDownload(const DownloadPlan& plan, const LoopPlace& loop);

    Async<Result<>> leadIn(std::uint32_t atOnce) override;
    Async<StepOutcome> perform(TaskName task) override;
    void settle() override;

private:
    using Connection = DownloadConnection;
    using ConnectionPtr = std::unique_ptr<Connection>;
    /// What an exchange waits for next, or how it went.
    enum class Next { Readable, Writable, Done, Broken };

    Async<bool> openWave(std::size_t count);
    static Next broken(Connection& connection, int error);
    Next begin(Connection& connection);
    Next send(Connection& connection);
    Next receive(Connection& connection, std::size_t count);
    [[nodiscard]] bool anyFree() const;
    ConnectionPtr take();
    StepOutcome end(ConnectionPtr connection, bool whole, bool aborted);

    DownloadPlan m_plan;
    LoopPlace m_loop;
    DownloadWatch m_watch;
    std::vector<ConnectionPtr> m_idle;
    std::size_t m_made = 0;     ///< Connections, those in use among them.
    Turns m_turns;              ///< Of tasks that wait for a connection.
    std::vector<char> m_buffer; ///< What was just read; kept by nobody.
};

} // namespace troika
