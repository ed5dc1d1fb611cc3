// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/ring_socket.h"

#include "test_loop.h"

#include <arpa/inet.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <sys/socket.h>
#include <thread>

namespace troika {
namespace {

/// Somebody who listens on a port of 127.0.0.1.
struct Listener {
    Listener() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* where = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(socket.get(), where, size), 0);
        EXPECT_EQ(::listen(socket.get(), 8), 0);
        EXPECT_EQ(::getsockname(socket.get(), where, &size), 0);
        port = ntohs(address.sin_port);
    }
    [[nodiscard]] Descriptor accept() const {
        return Descriptor(::accept(socket.get(), nullptr, nullptr));
    }
    Descriptor socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    std::uint16_t port = 0;
};

/// Both kinds of sockets keep the same promises.
class LoopSocketTest : public ::testing::TestWithParam<LoopMeans> {
protected:
    template <class Job>
    void run(Job job) {
        boost::asio::co_spawn(m_loop.loop(), job, boost::asio::detached);
        m_loop.run();
    }

    TestLoop m_loop{GetParam()};
    std::unique_ptr<LoopSocket> m_socket = makeLoopSocket(m_loop.place());
    std::array<char, 64> m_buffer{};
};

INSTANTIATE_TEST_SUITE_P(Means, LoopSocketTest, ::testing::ValuesIn(loopMeans()),
                         [](const auto& parameter) {
                             return parameter.param == LoopMeans::Ring ? "Ring" : "Epoll";
                         });

TEST_P(LoopSocketTest, connects_sends_receives_and_tells_the_end) {
    const Listener listener;
    run([&]() -> Async<void> {
        EXPECT_FALSE(m_socket->isOpen());
        EXPECT_EQ(m_socket->beginConnect(listener.port), 0);
        EXPECT_TRUE(m_socket->isOpen());
        EXPECT_FALSE(std::get<0>(co_await m_socket->writable()));
        EXPECT_TRUE(m_socket->isConnectedTo(listener.port));
        const Descriptor peer = listener.accept();
        EXPECT_EQ(::send(peer.get(), "answer", 6, 0), 6);
        EXPECT_EQ(m_socket->send("ask"), 3);
        const auto [error, count] = co_await m_socket->receive(m_buffer);
        EXPECT_FALSE(error);
        EXPECT_EQ(std::string_view(m_buffer.data(), count), "answer");
        std::array<char, 8> asked{};
        EXPECT_EQ(::recv(peer.get(), asked.data(), asked.size(), 0), 3);
        EXPECT_EQ(m_socket->receiveReady(m_buffer), -EAGAIN);
        ::shutdown(peer.get(), SHUT_RDWR);
        const auto [end, none] = co_await m_socket->receive(m_buffer);
        EXPECT_EQ(end, boost::asio::error::eof);
    });
}

TEST_P(LoopSocketTest, says_that_nobody_listens) {
    std::uint16_t port = 0;
    { port = Listener().port; }
    run([&]() -> Async<void> {
        EXPECT_EQ(m_socket->beginConnect(port), 0);
        co_await m_socket->writable();
        EXPECT_FALSE(m_socket->isConnectedTo(port));
    });
}

TEST_P(LoopSocketTest, is_cancelled_while_it_waits_and_can_be_used_anew) {
    const Listener listener;
    bool ended = false;
    run([&]() -> Async<void> {
        EXPECT_EQ(m_socket->beginConnect(listener.port), 0);
        co_await m_socket->writable();
        boost::asio::post(m_loop.loop(), [&] { m_socket->cancel(); });
        const auto [error, count] = co_await m_socket->receive(m_buffer);
        EXPECT_TRUE(error);
        m_socket->close();
        EXPECT_FALSE(m_socket->isOpen());
        EXPECT_EQ(m_socket->beginConnect(listener.port), 0);
        EXPECT_FALSE(std::get<0>(co_await m_socket->writable()));
        ended = true;
    });
    EXPECT_TRUE(ended);
}

TEST(RingSocket, connecting_and_sending_go_out_with_the_receive) {
    if (!ioUringAvailable()) GTEST_SKIP() << ioUringReason().en;
    TestLoop loop(LoopMeans::Ring);
    const Listener listener;
    RingSocket socket(loop.ring());
    std::array<char, 8> buffer{};
    LoopSocket::Error reached;
    const auto ask = [&](std::uint16_t port) -> Async<void> {
        socket.close();
        EXPECT_EQ(socket.beginConnect(port), 0);
        EXPECT_EQ(socket.send("ask"), 3);
        reached = std::get<0>(co_await socket.receive(buffer));
    };
    std::jthread peer([&] {
        const Descriptor accepted = listener.accept();
        std::array<char, 8> asked{};
        EXPECT_EQ(::recv(accepted.get(), asked.data(), asked.size(), 0), 3);
    });
    boost::asio::co_spawn(loop.loop(), ask(listener.port), boost::asio::detached);
    loop.run();
    EXPECT_EQ(reached, boost::asio::error::eof);

    std::uint16_t nobody = 0;
    { nobody = Listener().port; }
    boost::asio::co_spawn(loop.loop(), ask(nobody), boost::asio::detached);
    loop.run();
    EXPECT_EQ(reached.value(), ECONNREFUSED);
}

} // namespace
} // namespace troika
