// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "origin/connection.h"

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <troika/origin/server.h>

namespace troika {

/// One event loop of the origin with a listening socket of its own. run() and everything it calls
/// belong to one thread; only stop() may be called from another.
class OriginLoop : private OriginShared {
public:
    /// Binds and listens; port 0 takes a free one. `shared`: other loops listen on that port too.
    static Result<std::unique_ptr<OriginLoop>>
    listen(const OriginOptions& options, std::uint16_t port, bool shared, OriginState& state);
    OriginLoop(const OriginLoop&) = delete;
    ~OriginLoop() override;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    void run();
    void stop();

private:
    using Executor = Connection::Executor;

    OriginLoop(const OriginOptions& options, int listener, int wakeUp, std::uint16_t port,
               OriginState& state);
    void remove(Connection& connection) override;
    void awaitConnections();
    void acceptAll();
    void acceptLater();
    void adopt(int descriptor);
    void awaitSweep();

    boost::asio::io_context m_context;
    boost::asio::posix::basic_stream_descriptor<Executor> m_listener;
    boost::asio::posix::basic_stream_descriptor<Executor> m_wakeUp;
    boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor> m_sweep;
    boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor> m_retry;
    Connection::Limits m_limits;
    std::uint16_t m_port;
    boost::intrusive::list<Connection> m_connections;
};

} // namespace troika
