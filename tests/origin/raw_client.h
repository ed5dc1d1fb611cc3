// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/download_socket.h"

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace troika {

/// Sends what it is told and collects what comes back, for tests of the origin's manners.
class RawClient {
public:
    explicit RawClient(std::uint16_t port) {
        m_connected = m_socket.connect(port, std::chrono::seconds(20)) == Wire::Fine;
    }
    [[nodiscard]] bool connected() const { return m_connected; }
    bool send(std::string_view bytes) { return m_socket.send(bytes) == Wire::Fine; }

    /// Everything up to the end of a body of `bodySize` bytes after the first empty line, or until
    /// the server closes.
    std::string readAnswer(std::size_t bodySize) {
        for (;;) {
            const std::size_t head = m_received.find("\r\n\r\n");
            const std::size_t end = head + 4 + bodySize;
            if (head != std::string::npos && m_received.size() >= end) {
                const std::string answer = m_received.substr(0, end);
                m_received.erase(0, end);
                return answer;
            }
            if (!readMore()) return std::exchange(m_received, {});
        }
    }
    /// Everything until the server closes.
    std::string readToEnd() {
        while (readMore()) {
        }
        return std::exchange(m_received, {});
    }

private:
    bool readMore() {
        std::array<char, 4096> buffer{};
        std::size_t count = 0;
        const Wire how = m_socket.receive(buffer, count);
        m_received.append(buffer.data(), count);
        return how == Wire::Fine && count > 0;
    }

    LoopbackSocket m_socket;
    std::string m_received;
    bool m_connected = false;
};

} // namespace troika
