// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_socket.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace troika {
namespace {

/// The system reads a timeout of zero as none, so it is at least a microsecond.
timeval toTimeval(std::chrono::nanoseconds duration) {
    const auto microseconds = std::max<std::int64_t>(1, duration.count() / 1000);
    return {microseconds / 1'000'000, microseconds % 1'000'000};
}

bool isTimeout(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINPROGRESS || error == ETIMEDOUT;
}

/// Waits until one of `events` is there, or for `left`; whether something is there.
bool await(int descriptor, short events, std::chrono::nanoseconds left) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec limit{seconds.count(), (left - seconds).count()};
    pollfd watched{descriptor, events, 0};
    return ::ppoll(&watched, 1, &limit, nullptr) > 0;
}

/// A connect() that a signal has interrupted, or that the machine slept through, goes on by itself:
/// its error once it is over.
int errorOfInterrupted(int descriptor, std::chrono::nanoseconds timeout) {
    const auto until = LoopbackSocket::Clock::now() + timeout;
    for (;;) {
        const auto left = until - LoopbackSocket::Clock::now();
        if (left <= LoopbackSocket::Clock::duration::zero()) return ETIMEDOUT;
        if (!await(descriptor, POLLOUT, left)) continue;
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
        return error;
    }
}

} // namespace

Wire LoopbackSocket::connect(std::uint16_t port, std::chrono::nanoseconds timeout) {
    close();
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0) return broken(errno);
    const int on = 1;
    const timeval limit = toTimeval(timeout);
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit); // Of connect() too.
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    int error = 0;
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        error = errno == EINTR ? errorOfInterrupted(m_descriptor, timeout) : errno;
    }
    if (error == 0) return Wire::Fine;
    const Wire how = broken(error);
    close();
    return how;
}

Wire LoopbackSocket::broken(int error) {
    m_error = error;
    return isTimeout(error) ? Wire::TimedOut : Wire::Broken;
}

void LoopbackSocket::close() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_descriptor = -1;
}

Wire LoopbackSocket::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return broken(errno);
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return Wire::Fine;
}

Wire LoopbackSocket::receiveOnce(std::span<char> buffer, int flags, std::size_t& count) {
    for (;;) {
        const auto received = ::recv(m_descriptor, buffer.data(), buffer.size(), flags);
        if (received < 0 && errno == EINTR) continue;
        if (received < 0) return broken(errno);
        count = static_cast<std::size_t>(received);
        if (count == 0) m_error = ECONNRESET;
        return Wire::Fine;
    }
}

Wire LoopbackSocket::receive(std::span<char> buffer, std::size_t& count) {
    return receiveOnce(buffer, 0, count);
}

Wire LoopbackSocket::receiveUntil(Clock::time_point deadline, std::span<char> buffer,
                                  std::size_t& count) {
    for (;;) {
        const auto left = deadline - Clock::now();
        if (left <= Clock::duration::zero()) return Wire::TimedOut;
        const Wire how = receiveOnce(buffer, MSG_DONTWAIT, count);
        if (how != Wire::TimedOut) return how;
        await(m_descriptor, POLLIN, left);
    }
}

} // namespace troika
