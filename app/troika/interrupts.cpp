// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupts.h"

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace troika::cli {
namespace {

constexpr int exitCodeCancelled = 130;

} // namespace

Interrupts::Interrupts(std::stop_source& stop, std::string message)
    : m_stop(stop), m_message(std::move(message)) {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, number);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_signals = ::signalfd(-1, &signals, SFD_CLOEXEC);
    m_end = ::eventfd(0, EFD_CLOEXEC);
    m_thread = std::thread([this] { watch(); });
}

Interrupts::~Interrupts() {
    const std::uint64_t one = 1;
    if (::write(m_end, &one, sizeof one) == sizeof one)
        m_thread.join();
    else
        m_thread.detach();
    ::close(m_signals);
    ::close(m_end);
}

void Interrupts::watch() {
    pollfd watched[] = {{m_signals, POLLIN, 0}, {m_end, POLLIN, 0}};
    for (;;) {
        if (::poll(watched, 2, -1) < 0 && errno != EINTR) return;
        if (watched[1].revents != 0) return;
        signalfd_siginfo signal{};
        if (watched[0].revents == 0 || ::read(m_signals, &signal, sizeof signal) <= 0) continue;
        if (m_stop.stop_requested()) ::_exit(exitCodeCancelled);
        [[maybe_unused]] const auto said =
            ::write(STDERR_FILENO, m_message.data(), m_message.size());
        m_stop.request_stop();
    }
}

} // namespace troika::cli
