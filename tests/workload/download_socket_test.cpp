// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_socket.h"

#include "platform/descriptor.h"
#include "support/leftovers.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace troika::test {
namespace {

using namespace std::chrono_literals;

/// Listens, and takes nobody in until it is asked to.
class BusyListener {
public:
    BusyListener() : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const plain = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(m_listener.get(), plain, size), 0);
        EXPECT_EQ(::listen(m_listener.get(), 0), 0);
        EXPECT_EQ(::getsockname(m_listener.get(), plain, &size), 0);
        m_port = ntohs(address.sin_port);
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    void takeOne() { m_taken.emplace_back(::accept(m_listener.get(), nullptr, nullptr)); }

private:
    Descriptor m_listener;
    std::vector<Descriptor> m_taken;
    std::uint16_t m_port = 0;
};

TEST(LoopbackSocket, ConnectsWhereASignalInterruptsIt) {
    struct sigaction before {};
    struct sigaction noted {};
    noted.sa_handler = [](int) {};
    ASSERT_EQ(::sigaction(SIGUSR1, &noted, &before), 0);
    BusyListener listener;
    LoopbackSocket first;
    ASSERT_EQ(first.connect(listener.port(), 5s), Wire::Fine);
    LoopbackSocket second; // Has to wait: the one place is taken.
    Wire how = Wire::Broken;
    std::atomic<bool> over = false;
    std::thread connecting([&] {
        how = second.connect(listener.port(), 20s);
        over = true;
    });
    EXPECT_FALSE(within(300ms, [&] { return over.load(); }));
    ::pthread_kill(connecting.native_handle(), SIGUSR1);
    EXPECT_FALSE(within(100ms, [&] { return over.load(); }));
    listener.takeOne();
    connecting.join();
    EXPECT_EQ(how, Wire::Fine) << second.lastError();
    ::sigaction(SIGUSR1, &before, nullptr);
}

TEST(LoopbackSocket, GivesUpInTimeThoughASignalInterruptsIt) {
    struct sigaction before {};
    struct sigaction noted {};
    noted.sa_handler = [](int) {};
    ASSERT_EQ(::sigaction(SIGUSR1, &noted, &before), 0);
    const BusyListener listener;
    LoopbackSocket first;
    ASSERT_EQ(first.connect(listener.port(), 5s), Wire::Fine);
    LoopbackSocket second;
    Wire how = Wire::Fine;
    std::thread connecting([&] { how = second.connect(listener.port(), 500ms); });
    std::this_thread::sleep_for(100ms);
    ::pthread_kill(connecting.native_handle(), SIGUSR1);
    connecting.join();
    EXPECT_EQ(how, Wire::TimedOut);
    ::sigaction(SIGUSR1, &before, nullptr);
}

} // namespace
} // namespace troika::test
