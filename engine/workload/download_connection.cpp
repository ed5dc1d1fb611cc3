// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_async.h"

#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace troika {

using boost::asio::ip::tcp;

bool DownloadConnection::beginConnect(std::uint16_t port) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        error = errno;
        return false;
    }
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const tcp::endpoint origin(boost::asio::ip::address_v4::loopback(), port);
    boost::system::error_code refused;
    const auto* address = static_cast<const sockaddr*>(static_cast<const void*>(origin.data()));
    if (::connect(descriptor, address, static_cast<socklen_t>(origin.size())) != 0 &&
        errno != EINPROGRESS) {
        refused.assign(errno, boost::system::system_category());
    } else {
        socket.assign(tcp::v4(), descriptor, refused);
    }
    error = refused.value();
    if (refused) ::close(descriptor);
    return !refused;
}

void DownloadConnection::close() {
    boost::system::error_code ignored;
    socket.close(ignored);
}

void DownloadConnection::drop() {
    boost::system::error_code ignored;
    if (socket.is_open()) socket.set_option(boost::asio::socket_base::linger(true, 0), ignored);
    close();
}

DownloadWatch::DownloadWatch(const LoopExecutor& loop, std::chrono::nanoseconds timeout)
    : m_timer(loop), m_timeout(timeout) {}

void DownloadWatch::add(DownloadConnection& connection) {
    connection.deadline = Clock::now() + m_timeout;
    connection.overdue = false;
    m_underWay.push_back(connection);
    if (m_ticking) return;
    m_ticking = true;
    awaitTick();
}

void DownloadWatch::stop() { m_timer.cancel(); }

void DownloadWatch::awaitTick() {
    m_timer.expires_after(std::chrono::milliseconds(50));
    m_timer.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        const auto self = weak.lock();
        if (!self) return;
        self->m_ticking = false;
        if (!error) self->tick();
    });
}

void DownloadWatch::tick() {
    const auto now = Clock::now();
    while (!m_underWay.empty() && m_underWay.front().deadline <= now) {
        DownloadConnection& late = m_underWay.front();
        late.unlink();
        late.overdue = true;
        boost::system::error_code ignored;
        late.socket.cancel(ignored);
    }
    if (m_underWay.empty()) return;
    m_ticking = true;
    awaitTick();
}

} // namespace troika
