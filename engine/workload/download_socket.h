// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

namespace troika {

/// How a call on a socket went.
enum class Wire { Fine, Broken, TimedOut };

/// A blocking TCP connection to 127.0.0.1, closed when destroyed. One thread at a time.
class LoopbackSocket {
public:
    using Clock = std::chrono::steady_clock;

    LoopbackSocket() = default;
    LoopbackSocket(const LoopbackSocket&) = delete;
    ~LoopbackSocket() { close(); }

    /// Connects anew; `timeout` is also that of every later send and of receive().
    Wire connect(std::uint16_t port, std::chrono::nanoseconds timeout);
    [[nodiscard]] bool open() const { return m_descriptor >= 0; }
    void close();

    Wire send(std::string_view bytes);
    /// Waits for the first bytes up to the timeout given to connect(): one system call. `count` is
    /// what came; 0 when the other side has closed.
    Wire receive(std::span<char> buffer, std::size_t& count);
    /// The same, but up to `deadline`, and without waiting where something is there.
    Wire receiveUntil(Clock::time_point deadline, std::span<char> buffer, std::size_t& count);

    /// The system's number of the last error; a connection that the other side closed counts as
    /// reset.
    [[nodiscard]] int lastError() const { return m_error; }

private:
    Wire broken(int error);
    Wire receiveOnce(std::span<char> buffer, int flags, std::size_t& count);

    int m_descriptor = -1;
    int m_error = 0;
};

} // namespace troika
