// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_async.h"

#include "workload/download_blocking.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <cerrno>
#include <span>
#include <sys/socket.h>
#include <tuple>

namespace troika {

namespace asio = boost::asio;

namespace {

constexpr std::size_t bufferSize = 256 * 1024;

/// So many connections are on their way at once: few enough for anybody's backlog.
constexpr std::size_t waveSize = 256;

constexpr auto quietly = asio::as_tuple(awaiting);

} // namespace

AsyncDownload::AsyncDownload(const DownloadPlan& plan, const LoopExecutor& loop)
    : m_plan(plan),
      m_loop(loop),
      m_watch(std::make_shared<DownloadWatch>(loop, plan.timeout)),
      m_turns(loop, plan.timeout),
      m_buffer(bufferSize) {}

AsyncDownload::~AsyncDownload() { m_watch->stop(); }

Async<Result<>> AsyncDownload::leadIn(std::uint32_t atOnce) {
    if (m_plan.pool > 0) atOnce = std::min(atOnce, m_plan.pool);
    m_idle.reserve(atOnce);
    while (m_plan.keepAlive && m_idle.size() < atOnce) {
        const std::size_t wanted = std::min(waveSize, atOnce - m_idle.size());
        if (!co_await openWave(wanted)) co_return originUnreachable(m_plan.port);
    }
    co_return Result<>{};
}

/// Connects `count` at once; false if one of them cannot.
Async<bool> AsyncDownload::openWave(std::size_t count) {
    std::vector<ConnectionPtr> wave;
    for (std::size_t i = 0; i < count; ++i) {
        wave.push_back(std::make_unique<Connection>(m_loop));
        ++m_made;
        if (!wave.back()->beginConnect(m_plan.port)) co_return false;
        m_watch->add(*wave.back());
    }
    for (ConnectionPtr& connection : wave) {
        co_await connection->socket.async_wait(Connection::Socket::wait_write, quietly);
        boost::system::error_code error;
        const auto peer = connection->socket.remote_endpoint(error);
        if (error || connection->overdue || peer.port() != m_plan.port) co_return false;
        connection->unlink();
        m_idle.push_back(std::move(connection));
    }
    co_return true;
}

Async<StepOutcome> AsyncDownload::perform(TaskName task) {
    if (!anyFree()) {
        const Outcome turn = co_await m_turns.await();
        if (turn != Outcome::Finished) co_return StepOutcome{turn, 0};
    }
    ConnectionPtr connection = take();
    connection->exchange.start(m_plan.request(task), m_plan.keepAlive);
    m_watch->add(*connection);
    const bool reused = connection->socket.is_open();
    Next next = begin(*connection);
    bool aborted = false; // By the watch, or by whoever cancels the coroutine.
    for (bool again = reused; next != Next::Done;) {
        if (next == Next::Broken) {
            // A connection that lay idle may have been closed by the server at any time: once more.
            if (!again || connection->overdue || connection->exchange.answered()) break;
            again = false;
            connection->close();
            next = begin(*connection);
            continue;
        }
        boost::system::error_code error;
        if (next == Next::Writable) {
            std::tie(error) =
                co_await connection->socket.async_wait(Connection::Socket::wait_write, quietly);
            if (!error) next = send(*connection);
        } else {
            std::size_t count = 0;
            std::tie(error, count) = co_await connection->socket.async_read_some(
                asio::buffer(connection->first), quietly);
            if (!error) next = receive(*connection, count);
        }
        // Closed before the end counts as reset.
        if (error)
            next = broken(*connection, error == asio::error::eof ? ECONNRESET : error.value());
        aborted = error == asio::error::operation_aborted;
        if (aborted) break;
    }
    co_return end(std::move(connection), next == Next::Done, aborted);
}

/// Whether a task may take() without waiting for its turn.
bool AsyncDownload::anyFree() const {
    return m_plan.pool == 0 || m_idle.size() > m_turns.called() || m_made < m_plan.pool;
}

AsyncDownload::ConnectionPtr AsyncDownload::take() {
    if (m_idle.empty()) {
        ++m_made;
        return std::make_unique<Connection>(m_loop);
    }
    ConnectionPtr last = std::move(m_idle.back());
    m_idle.pop_back();
    return last;
}

/// Puts the connection back, closed where it is of no more use, and says how the task ended.
StepOutcome AsyncDownload::end(ConnectionPtr connection, bool whole, bool aborted) {
    connection->unlink();
    StepOutcome outcome = connection->exchange.outcome();
    if (!whole)
        outcome = aborted ? StepOutcome{Outcome::Cancelled, 0} : failedBy(connection->error);
    if (connection->overdue && !whole) outcome.outcome = Outcome::TimedOut;
    const bool broken = !whole && !aborted && !connection->overdue;
    if (broken && connection->exchange.cutAsAsked()) outcome = {Outcome::Refused, 0};
    if (!whole || !connection->exchange.reusable()) connection->close();
    m_idle.push_back(std::move(connection));
    m_turns.callFirst();
    return outcome;
}

AsyncDownload::Next AsyncDownload::broken(Connection& connection, int error) {
    connection.error = error;
    return Next::Broken;
}

AsyncDownload::Next AsyncDownload::begin(Connection& connection) {
    connection.sent = 0;
    const bool open = connection.socket.is_open() || connection.beginConnect(m_plan.port);
    return open ? send(connection) : Next::Broken;
}

/// Usually the whole request goes at once; while still connecting there is no room for it.
AsyncDownload::Next AsyncDownload::send(Connection& connection) {
    const RequestText text = connection.exchange.request();
    const std::string_view rest = text.view().substr(connection.sent);
    const auto count = ::send(connection.socket.native_handle(), rest.data(), rest.size(),
                              MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return Next::Writable;
    if (count < 0) return broken(connection, errno);
    connection.sent += static_cast<std::size_t>(count);
    return connection.sent == text.view().size() ? Next::Readable : Next::Writable;
}

/// `count` bytes are in the connection's own buffer. Only where that is full can more be waiting.
AsyncDownload::Next AsyncDownload::receive(Connection& connection, std::size_t count) {
    std::span<char> buffer = connection.first;
    for (;;) {
        const std::string_view bytes(buffer.data(), count);
        if (connection.exchange.feed(bytes) == HttpExchange::State::Done) return Next::Done;
        if (count < buffer.size()) return Next::Readable;
        buffer = m_buffer;
        const auto more =
            ::recv(connection.socket.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (more < 0 && (errno == EAGAIN || errno == EINTR)) return Next::Readable;
        if (more <= 0) return broken(connection, more == 0 ? ECONNRESET : errno);
        count = static_cast<std::size_t>(more);
    }
}

void AsyncDownload::settle() {
    m_watch->stop();
    for (const ConnectionPtr& connection : m_idle) connection->drop();
    m_made -= m_idle.size();
    m_idle.clear();
}

} // namespace troika
