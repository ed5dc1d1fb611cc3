// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/connection.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <cerrno>
#include <sys/socket.h>

namespace troika {

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

Connection::Connection(OriginShared& shared, Socket socket)
    : m_shared(shared),
      m_socket(std::move(socket)),
      m_timer(m_socket.get_executor()),
      m_lastProgress(shared.now) {}

void Connection::awaitReadable() {
    m_socket.async_read_some(boost::asio::buffer(m_received),
                             [this](boost::system::error_code error, std::size_t count) {
                                 if (error || m_doomed) return end();
                                 onReceived({m_received.data(), count});
                             });
}

void Connection::awaitWritable() {
    m_socket.async_wait(Socket::wait_write, [this](boost::system::error_code error) {
        if (error || m_doomed) return end();
        onWritable();
    });
}

void Connection::awaitTime(Clock::time_point due) {
    m_timer.expires_at(due);
    m_timer.async_wait([this](boost::system::error_code) {
        if (m_doomed) return end();
        onWritable();
    });
}

void Connection::end() { m_shared.remove(*this); }

void Connection::sweep(const Limits& limits) {
    const auto silent = m_shared.now - m_lastProgress;
    bool over = silent > (m_state == State::Idle ? limits.idle : limits.stall);
    if (m_state == State::Delaying || m_state == State::Stalled) {
        char byte = 0;
        over = ::recv(m_socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    }
    if (!over || m_doomed) return;
    m_doomed = true;
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
    m_timer.cancel();
}

void Connection::onReceived(std::string_view bytes) {
    if (m_state == State::Draining) return awaitReadable(); // Counts as no progress.
    m_lastProgress = m_shared.now;
    if (m_kept.empty()) return serve(bytes);
    m_kept += bytes;
    const std::string all = std::exchange(m_kept, {});
    serve(all);
}

void Connection::keep(std::string_view bytes) { m_kept.assign(bytes); }

/// Answers all requests in `bytes` and keeps what is left.
void Connection::serve(std::string_view bytes) {
    while (!bytes.empty()) {
        RequestParser request;
        const auto parsed = request.parse(bytes);
        if (parsed == RequestParser::State::NeedMore) {
            keep(bytes);
            m_state = State::PartRequest;
            return awaitReadable();
        }
        Progress progress = Progress::Done;
        if (parsed == RequestParser::State::Done) {
            bytes.remove_prefix(request.consumed());
            progress = answer(request);
        } else {
            m_misbehaved = true;
            progress = parsed == RequestParser::State::TooLarge
                           ? answerShortly(431, "the head of a request may have 8192 bytes")
                           : answerShortly(400, "this is no HTTP/1.1 request");
        }
        if (progress == Progress::Pending) return keep(bytes);
        if (m_broken) return end();
        if (!m_keepAlive) return drain();
    }
    m_state = State::Idle;
    awaitReadable();
}

/// After the last answer. What a client still sends is read first, for closing a socket with
/// unread bytes would take away the answer from it too.
void Connection::drain() {
    boost::system::error_code ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
    if (!m_misbehaved) return end();
    m_state = State::Draining;
    awaitReadable();
}

Connection::Progress Connection::answer(const RequestParser& request) {
    m_keepAlive = request.keepAlive();
    m_headOnly = false;
    if (request.hasBody()) {
        m_misbehaved = true;
        return answerShortly(400, "a request has no body here");
    }
    constexpr std::string_view stalls = "/stalls?";
    if (request.method() == http::verb::put && request.target().starts_with(stalls)) {
        return takeStalls(request.target().substr(stalls.size()));
    }
    m_headOnly = request.method() == http::verb::head;
    if (!m_headOnly && request.method() != http::verb::get) {
        return answerShortly(405, "only GET and HEAD are answered");
    }
    constexpr std::string_view body = "/body?";
    const std::string_view target = request.target();
    if (target.starts_with(body)) return answerBody(target.substr(body.size()));
    if (target == "/") {
        return answerShortly(
            200,
            "GET /body?size=BYTES[&variant=0..15][&delay_us=N][&rate=BYTES_A_SECOND][&status=N]"
            "[&cut=1][&stalls=1..16]; PUT /stalls?list=1..16&windows=FROM-UNTIL,...");
    }
    return answerShortly(target == "/body" ? 400 : 404,
                         target == "/body" ? "size: is missing" : "there is / and /body");
}

Connection::Progress Connection::takeStalls(std::string_view query) {
    auto stalls = readStalls(query);
    if (!stalls) return answerShortly(400, stalls.error());
    m_shared.stalls.set(std::move(*stalls));
    return answerShortly(200, "so be it");
}

Connection::Progress Connection::answerShortly(std::uint32_t status, std::string_view text) {
    m_keepAlive = m_keepAlive && !m_misbehaved;
    m_text = shortAnswer(status, text, m_keepAlive, !m_headOnly);
    m_request = {};
    m_bodySize = 0;
    m_bodySent = 0;
    return writeOn();
}

Connection::Progress Connection::answerBody(std::string_view query) {
    auto request = readQuery(query);
    if (!request) return answerShortly(400, request.error());
    m_request = *request;
    m_bodySize = m_headOnly ? 0 : m_request.size;
    m_bodySent = 0;
    if (m_request.delay.count() == 0) return beginAnswer();
    m_state = State::Delaying;
    awaitTime(Clock::now() + m_request.delay);
    return Progress::Pending;
}

Connection::Progress Connection::beginAnswer() {
    if (waitOutStall(State::Delaying)) return Progress::Pending;
    m_state = State::Answering;
    if (m_request.status != 200) return answerShortly(m_request.status, "as it was asked for");
    if (m_request.rate != 0) m_paceStart = Clock::now();
    return beginBody();
}

/// Of an answer that is to be cut, half: of the body, or of the head where that has no two halves.
Connection::Progress Connection::beginBody() {
    const std::string_view head = m_shared.heads.of(m_request.variant, m_request.size);
    if (!m_request.cut || m_headOnly) return write(head, headEnd(m_keepAlive));
    m_bodySize = m_request.size / 2;
    const std::string_view last = headEnd(std::exchange(m_keepAlive, false));
    return m_bodySize > 0 ? write(head, last) : write(head.substr(0, head.size() / 2), {});
}

/// Where the request names a stall that is going on, waits for its end in that state.
bool Connection::waitOutStall(State meanwhile) {
    if (m_request.stalls == 0) return false;
    const auto now = Clock::now();
    const auto until = m_shared.stalls.openUntil(m_request.stalls, now);
    if (!until) return false;
    m_paceStart += *until - now; // A line that stands still carries nothing.
    m_state = meanwhile;
    awaitTime(*until);
    return true;
}

/// What a wait was for has come: the end of the delay, the time of the next piece, or room.
void Connection::onWritable() {
    m_lastProgress = m_shared.now;
    const Progress progress = m_state == State::Delaying ? beginAnswer() : writeOn();
    if (progress == Progress::Pending) return;
    if (m_broken) return end();
    if (!m_keepAlive) return drain();
    const std::string rest = std::exchange(m_kept, {});
    serve(rest);
}

Connection::Progress Connection::writeOn() {
    if (waitOutStall(State::Stalled)) return Progress::Pending;
    const std::string text = std::exchange(m_text, {});
    return write(text, {});
}

/// Writes the head and what the pace allows of the body, in one call; waits for what is missing.
Connection::Progress Connection::write(std::string_view head, std::string_view headEnd) {
    constexpr std::uint64_t mostAtOnce = 1 << 20;
    std::array<iovec, 5> pieces{};
    pieces[0] = {const_cast<char*>(head.data()), head.size()};
    pieces[1] = {const_cast<char*>(headEnd.data()), headEnd.size()};
    const std::uint64_t allowed = bodyAllowed();
    const std::uint64_t wanted = std::min(allowed - m_bodySent, mostAtOnce);
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen =
        2 + bodyPieces(m_request.variant, m_bodySent, wanted, std::span(pieces).subspan(2));
    const std::size_t heads = head.size() + headEnd.size();
    std::size_t sent = 0;
    if (heads + wanted > 0) {
        const auto result =
            ::sendmsg(m_socket.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        m_broken = result < 0 && errno != EAGAIN && errno != EINTR;
        if (m_broken) return Progress::Done;
        sent = static_cast<std::size_t>(std::max<ssize_t>(result, 0));
    }
    if (sent < heads) {
        m_text.assign(head.substr(std::min(sent, head.size())));
        m_text += headEnd.substr(sent - std::min(sent, head.size()));
    }
    m_bodySent += sent - std::min(sent, heads);
    if (m_text.empty() && m_bodySent == m_bodySize) return Progress::Done;
    m_state = State::Answering;
    if (m_text.empty() && m_bodySent == allowed) {
        awaitTime(nextPieceDue());
    } else {
        awaitWritable();
    }
    return Progress::Pending;
}

namespace {

/// How much of a paced body goes out at once: ten milliseconds' worth.
std::uint64_t paceStep(std::uint64_t rate) { return std::max<std::uint64_t>(rate / 100, 1); }

} // namespace

/// How much of the body may have been sent by now: what a line of that rate had carried.
std::uint64_t Connection::bodyAllowed() const {
    if (m_request.rate == 0) return m_bodySize;
    const std::chrono::duration<double> passed = Clock::now() - m_paceStart;
    const double carried = passed.count() * static_cast<double>(m_request.rate);
    if (carried >= static_cast<double>(m_bodySize)) return m_bodySize;
    return std::max(m_bodySent, static_cast<std::uint64_t>(carried));
}

Connection::Clock::time_point Connection::nextPieceDue() const {
    const std::uint64_t next = std::min(m_bodySent + paceStep(m_request.rate), m_bodySize);
    const double seconds = static_cast<double>(next) / static_cast<double>(m_request.rate);
    // Rounded up, so that the piece is earned when the timer fires.
    return m_paceStart + std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9) + 1);
}

} // namespace troika
