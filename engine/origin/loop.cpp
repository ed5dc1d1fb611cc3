// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/loop.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <system_error>
#include <troika/base/system_error.h>
#include <unistd.h>

namespace troika {
namespace {

constexpr int backlog = 65'535; // The system cuts it to net.core.somaxconn.

tl::unexpected<Failure> cannotListen(std::uint16_t port, int error) {
    return failure("origin-cannot-listen",
                   bilingual("The origin cannot listen on 127.0.0.1, port {}: {}.",
                             "Сервер загрузок не может слушать 127.0.0.1, порт {}: {}.", port,
                             systemError(error)));
}

void switchOn(int socket, int level, int option) {
    const int on = 1;
    ::setsockopt(socket, level, option, &on, sizeof on);
}

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// Binds and listens; accepted sockets inherit TCP_NODELAY on Linux. False with errno.
bool openListener(int socket, std::uint16_t port, bool shared) {
    switchOn(socket, SOL_SOCKET, SO_REUSEADDR);
    if (shared) switchOn(socket, SOL_SOCKET, SO_REUSEPORT);
    switchOn(socket, IPPROTO_TCP, TCP_NODELAY);
    const sockaddr_in address = loopback(port);
    return ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
           ::listen(socket, backlog) == 0;
}

std::uint16_t portOf(int socket) {
    sockaddr_in address{};
    socklen_t length = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin_port);
}

} // namespace

Result<std::unique_ptr<OriginLoop>> OriginLoop::listen(const OriginOptions& options,
                                                       std::uint16_t port, bool shared,
                                                       OriginState& state) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0) return cannotListen(port, errno);
    const int wakeUp = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (wakeUp < 0 || !openListener(socket, port, shared)) {
        const int error = errno;
        ::close(socket);
        if (wakeUp >= 0) ::close(wakeUp);
        return cannotListen(port, error);
    }
    return std::unique_ptr<OriginLoop>(
        new OriginLoop(options, socket, wakeUp, portOf(socket), state));
}

// The context is used by one thread alone, so it needs no locks.
OriginLoop::OriginLoop(const OriginOptions& options, int listener, int wakeUp, std::uint16_t port,
                       OriginState& state)
    : OriginShared(state),
      m_context(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE),
      m_listener(m_context.get_executor(), listener),
      m_wakeUp(m_context.get_executor(), wakeUp),
      m_sweep(m_context.get_executor()),
      m_retry(m_context.get_executor()),
      m_limits{options.idleLimit, options.stallLimit},
      m_port(port) {}

OriginLoop::~OriginLoop() { m_connections.clear_and_dispose(std::default_delete<Connection>()); }

void OriginLoop::run() {
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    m_wakeUp.async_wait(boost::asio::posix::descriptor_base::wait_read,
                        [this](boost::system::error_code) { m_context.stop(); });
    awaitConnections();
    awaitSweep();
    m_context.run();
}

void OriginLoop::stop() {
    const std::uint64_t one = 1;
    // The counter cannot be full, so this cannot fail.
    [[maybe_unused]] const auto written = ::write(m_wakeUp.native_handle(), &one, sizeof one);
}

void OriginLoop::remove(Connection& connection) {
    m_connections.erase_and_dispose(m_connections.iterator_to(connection),
                                    std::default_delete<Connection>());
}

void OriginLoop::awaitConnections() {
    m_listener.async_wait(boost::asio::posix::descriptor_base::wait_read,
                          [this](boost::system::error_code error) {
                              if (!error) acceptAll();
                          });
}

void OriginLoop::acceptAll() {
    constexpr int mostAtOnce = 512; // Then those that are there have their turn.
    for (int i = 0; i < mostAtOnce; ++i) {
        const int descriptor =
            ::accept4(m_listener.native_handle(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            adopt(descriptor);
        } else if (errno == EAGAIN) {
            break;
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            return acceptLater();
        }
    }
    awaitConnections();
}

/// Out of descriptors or memory: those who wait stay in the backlog until some have left.
void OriginLoop::acceptLater() {
    m_retry.expires_after(std::chrono::milliseconds(10));
    m_retry.async_wait([this](boost::system::error_code) { acceptAll(); });
}

void OriginLoop::adopt(int descriptor) {
    Connection::Socket socket(m_context.get_executor());
    boost::system::error_code error;
    socket.assign(boost::asio::ip::tcp::v4(), descriptor, error);
    if (error) {
        ::close(descriptor);
        return;
    }
    auto* connection = new Connection(*this, std::move(socket));
    m_connections.push_back(*connection);
    connection->start();
}

void OriginLoop::awaitSweep() {
    const auto shortest = std::min(m_limits.idle, m_limits.stall);
    m_sweep.expires_after(std::clamp<Clock::duration>(shortest / 4, std::chrono::milliseconds(10),
                                                      std::chrono::seconds(5)));
    m_sweep.async_wait([this](boost::system::error_code) {
        now = Clock::now();
        for (Connection& connection : m_connections) connection.sweep(m_limits);
        awaitSweep();
    });
}

} // namespace troika
