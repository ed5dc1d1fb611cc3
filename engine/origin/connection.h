// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "origin/request.h"
#include "origin/request_parser.h"
#include "origin/response_heads.h"
#include "origin/shared_state.h"

#include <array>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <string>
#include <string_view>

namespace troika {

class Connection;

/// What all connections of one event loop share. Of the loop's thread.
struct OriginShared {
    using Clock = std::chrono::steady_clock;

    explicit OriginShared(OriginState& state) : heads(state.digests), stalls(state.stalls) {}
    virtual ~OriginShared() = default;
    /// Destroys `connection`.
    virtual void remove(Connection& connection) = 0;

    ResponseHeads heads;
    StallWindows& stalls;
    Clock::time_point now = Clock::now(); ///< As of the last sweep.
};

/// One client's connection: a state machine with exactly one pending operation (a wait for the
/// socket or for the timer) whenever control is back in the event loop; it removes itself in the
/// handler of that operation. Writing is tried without blocking first; reading is asked for
/// beforehand, with room to spare, so that epoll is never told anew.
class Connection : public boost::intrusive::list_base_hook<> {
public:
    using Executor = boost::asio::io_context::executor_type;
    using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
    using Clock = OriginShared::Clock;

    Connection(OriginShared& shared, Socket socket);
    void start() { awaitReadable(); }

    struct Limits {
        Clock::duration idle;
        Clock::duration stall;
    };
    /// Ends the connection (later, by itself) where it made no progress for too long, or its
    /// client left while it was to wait.
    void sweep(const Limits& limits);

private:
    enum class State { Idle, PartRequest, Delaying, Answering, Stalled, Draining };
    enum class Progress { Done, Pending };

    void awaitReadable();
    void awaitWritable();
    void awaitTime(Clock::time_point due);
    void onReceived(std::string_view bytes);
    void onWritable();
    void end();

    void serve(std::string_view bytes);
    void keep(std::string_view bytes);
    void drain();
    Progress answer(const RequestParser& request);
    Progress answerBody(std::string_view query);
    Progress takeStalls(std::string_view query);
    Progress answerShortly(std::uint32_t status, std::string_view text);
    Progress beginAnswer();
    Progress beginBody();
    [[nodiscard]] bool waitOutStall(State meanwhile);
    Progress write(std::string_view head, std::string_view headEnd);
    Progress writeOn();
    [[nodiscard]] std::uint64_t bodyAllowed() const;
    [[nodiscard]] Clock::time_point nextPieceDue() const;

    OriginShared& m_shared;
    Socket m_socket;
    boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor> m_timer;
    State m_state = State::Idle;
    bool m_doomed = false;
    bool m_keepAlive = true;
    bool m_headOnly = false;   ///< HEAD: the answer has no body.
    bool m_broken = false;     ///< The client is gone.
    bool m_misbehaved = false; ///< What else it sends cannot be made sense of.
    Clock::time_point m_lastProgress;
    std::array<char, 512> m_received; ///< What was just read.
    std::string m_kept;               ///< Bytes of requests not yet served.

    OriginRequest m_request;
    std::uint64_t m_bodySize = 0;
    std::uint64_t m_bodySent = 0;
    std::string m_text; ///< Rest of a head that did not fit, or a short answer.
    Clock::time_point m_paceStart;
};

} // namespace troika
