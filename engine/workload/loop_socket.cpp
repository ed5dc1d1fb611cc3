// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/loop_socket.h"

#include "workload/ring_socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace troika {
namespace {

using boost::asio::ip::tcp;

tcp::endpoint loopback(std::uint16_t port) {
    return {boost::asio::ip::address_v4::loopback(), port};
}

const sockaddr* address(const tcp::endpoint& endpoint) {
    return static_cast<const sockaddr*>(static_cast<const void*>(endpoint.data()));
}

/// By Asio, which waits in epoll.
class AsioSocket final : public LoopSocket {
public:
    explicit AsioSocket(const LoopExecutor& loop) : m_socket(loop) {}

    int beginConnect(std::uint16_t port) override {
        const int descriptor = newDescriptor(SOCK_NONBLOCK);
        if (descriptor < 0) return errno;
        const tcp::endpoint origin = loopback(port);
        Error refused;
        if (::connect(descriptor, address(origin), static_cast<socklen_t>(origin.size())) != 0 &&
            errno != EINPROGRESS) {
            refused.assign(errno, boost::system::system_category());
        } else {
            m_socket.assign(tcp::v4(), descriptor, refused);
        }
        if (refused) {
            ::close(descriptor);
        } else {
            m_descriptor = descriptor;
        }
        return refused.value();
    }
    Async<std::tuple<Error>> writable() override {
        return m_socket.async_wait(Socket::wait_write, quietly);
    }
    int send(std::string_view bytes) override {
        const auto count =
            ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) return static_cast<int>(count);
        return errno == EINTR ? -EAGAIN : -errno;
    }
    Async<std::tuple<Error, std::size_t>> receive(std::span<char> buffer) override {
        return m_socket.async_read_some(boost::asio::buffer(buffer.data(), buffer.size()), quietly);
    }
    void cancel() override {
        Error ignored;
        m_socket.cancel(ignored);
    }
    void close() override {
        Error ignored;
        m_socket.close(ignored);
        m_descriptor = -1;
    }

private:
    using Socket = boost::asio::basic_stream_socket<tcp, LoopExecutor>;
    Socket m_socket;
};

} // namespace

int LoopSocket::newDescriptor(int flags) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | flags, 0);
    const int on = 1;
    if (descriptor >= 0) ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

int LoopSocket::receiveReady(std::span<char> buffer) {
    const auto count = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count >= 0) return static_cast<int>(count);
    return errno == EINTR ? -EAGAIN : -errno;
}

void LoopSocket::drop() {
    const linger atOnce{1, 0};
    if (isOpen()) ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

bool LoopSocket::isConnectedTo(std::uint16_t port) const {
    tcp::endpoint peer;
    auto size = static_cast<socklen_t>(peer.capacity());
    auto* where = static_cast<sockaddr*>(static_cast<void*>(peer.data()));
    return ::getpeername(m_descriptor, where, &size) == 0 && peer.port() == port;
}

std::unique_ptr<LoopSocket> makeLoopSocket(const LoopPlace& loop) {
    if (loop.ring != nullptr) return std::make_unique<RingSocket>(*loop.ring);
    return std::make_unique<AsioSocket>(loop.executor);
}

} // namespace troika
