// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_async.h"

#include "workload/download_blocking.h"

#include <algorithm>
#include <boost/asio/error.hpp>
#include <cerrno>
#include <span>
#include <tuple>

namespace troika {

namespace asio = boost::asio;

namespace {

constexpr std::size_t bufferSize = 256 * 1024;

/// So many connections are on their way at once: few enough for anybody's backlog.
constexpr std::size_t waveSize = 256;

} // namespace

AsyncDownload::AsyncDownload(const DownloadPlan& plan, const LoopPlace& loop)
    : m_plan(plan),
      m_loop(loop),
      m_watch(loop, plan.timeout),
      m_turns(loop, plan.timeout),
      m_buffer(bufferSize) {}

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
        m_watch.add(*wave.back());
    }
    for (ConnectionPtr& connection : wave) {
        co_await connection->socket->writable();
        if (connection->overdue || !connection->socket->isConnectedTo(m_plan.port)) co_return false;
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
    m_watch.add(*connection);
    const bool reused = connection->socket->isOpen();
    Next next = begin(*connection);
    bool aborted = false; // By the watch, or by whoever cancels the coroutine.
    for (bool again = reused; next != Next::Done;) {
        if (next == Next::Broken) {
            // A connection that lay idle may have been closed by the server at any time: once more.
            if (!again || connection->overdue || connection->exchange.answered()) break;
            again = false;
            connection->socket->close();
            next = begin(*connection);
            continue;
        }
        boost::system::error_code error;
        if (next == Next::Writable) {
            std::tie(error) = co_await connection->socket->writable();
            if (!error) next = send(*connection);
        } else {
            std::size_t count = 0;
            std::tie(error, count) = co_await connection->socket->receive(connection->first);
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
    if (connection->overdue && !whole) outcome = {Outcome::TimedOut, 0};
    const bool broken = !whole && !aborted && !connection->overdue;
    if (broken && connection->exchange.cutAsAsked()) outcome = {Outcome::Refused, 0};
    if (!whole || !connection->exchange.reusable()) connection->socket->close();
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
    const bool open = connection.socket->isOpen() || connection.beginConnect(m_plan.port);
    return open ? send(connection) : Next::Broken;
}

/// Usually the whole request goes at once; while still connecting there is no room for it.
AsyncDownload::Next AsyncDownload::send(Connection& connection) {
    const RequestText text = connection.exchange.request();
    const std::string_view rest = text.view().substr(connection.sent);
    const int count = connection.socket->send(rest);
    if (count == -EAGAIN) return Next::Writable;
    if (count < 0) return broken(connection, -count);
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
        const int more = connection.socket->receiveReady(buffer);
        if (more == -EAGAIN) return Next::Readable;
        if (more <= 0) return broken(connection, more == 0 ? ECONNRESET : -more);
        count = static_cast<std::size_t>(more);
    }
}

void AsyncDownload::settle() {
    m_watch.stop();
    for (const ConnectionPtr& connection : m_idle) connection->socket->drop();
    m_made -= m_idle.size();
    m_idle.clear();
}

} // namespace troika
