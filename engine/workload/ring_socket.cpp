// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/ring_socket.h"

#include <algorithm>
#include <arpa/inet.h>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/error.hpp>
#include <sys/socket.h>
#include <troika/base/check.h>
#include <unistd.h>

namespace troika {

namespace asio = boost::asio;

/// A blocking one: io_uring fails what a non-blocking one is not ready for, instead of waiting.
int RingSocket::beginConnect(std::uint16_t port) {
    m_descriptor = newDescriptor(0);
    if (m_descriptor < 0) return errno;
    m_origin.sin_family = AF_INET;
    m_origin.sin_port = htons(port);
    m_origin.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_unconnected = true;
    return 0;
}

Async<std::tuple<LoopSocket::Error>> RingSocket::writable() {
    const int error =
        m_unconnected
            ? -co_await m_ring.start([this](io_uring_sqe* entry) { describeConnect(entry); })
            : 0;
    co_return std::tuple(Error(error, boost::system::system_category()));
}

int RingSocket::send(std::string_view bytes) {
    TROIKA_CHECK(m_unsent == 0, "one request at a time");
    m_unsent = std::min(bytes.size(), m_request.size());
    std::copy_n(bytes.begin(), m_unsent, m_request.begin());
    return static_cast<int>(m_unsent);
}

Async<std::tuple<LoopSocket::Error, std::size_t>> RingSocket::receive(std::span<char> buffer) {
    return asio::async_initiate<decltype(quietly), void(Error, std::size_t)>(
        [this, buffer](auto handler) {
            const unsigned count = (m_unconnected ? 1U : 0U) + (m_unsent > 0 ? 1U : 0U) + 1;
            const auto home = asio::get_associated_executor(handler);
            m_ring.startChain(
                count,
                [&](unsigned i, io_uring_sqe* entry) {
                    if (i + 1 == count) return describeReceive(entry, buffer);
                    if (m_unconnected) return describeConnect(entry);
                    describeSend(entry);
                },
                asio::bind_executor(home, [handler = std::move(handler)](int result) mutable {
                    const Error error =
                        result == 0 ? Error(asio::error::eof)
                                    : Error(std::max(-result, 0), boost::system::system_category());
                    std::move(handler)(error, static_cast<std::size_t>(std::max(result, 0)));
                }));
        },
        quietly);
}

void RingSocket::describeConnect(io_uring_sqe* entry) {
    m_unconnected = false;
    io_uring_prep_connect(entry, m_descriptor, reinterpret_cast<sockaddr*>(&m_origin),
                          sizeof m_origin);
}

/// With MSG_WAITALL what is sent in part counts as failed, and what follows is cancelled.
void RingSocket::describeSend(io_uring_sqe* entry) {
    io_uring_prep_send(entry, m_descriptor, m_request.data(), m_unsent, MSG_NOSIGNAL | MSG_WAITALL);
    m_unsent = 0;
}

/// The answer is not there yet: newer kernels need not look before they wait.
void RingSocket::describeReceive(io_uring_sqe* entry, std::span<char> buffer) const {
    io_uring_prep_recv(entry, m_descriptor, buffer.data(), buffer.size(), 0);
    if (m_ring.endsWhenAsked()) entry->ioprio |= IORING_RECVSEND_POLL_FIRST;
}

/// Whatever phase it is in, it fails now.
void RingSocket::cancel() { ::shutdown(m_descriptor, SHUT_RDWR); }

void RingSocket::close() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_descriptor = -1;
    m_unconnected = false;
    m_unsent = 0;
}

} // namespace troika
