// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_warm.h"

#include "workload/download_blocking.h"

#include <array>

namespace troika {
namespace {

constexpr std::chrono::seconds patience{30};

/// Sends a HEAD request and reads to the end of the answer's head.
bool askForHead(LoopbackSocket& socket, const OriginRequest& request) {
    if (socket.send(RequestText(request, "HEAD", true).view()) != Wire::Fine) return false;
    const auto deadline = LoopbackSocket::Clock::now() + patience;
    std::string head;
    std::array<char, 1024> buffer{};
    while (!head.ends_with("\r\n\r\n")) {
        std::size_t count = 0;
        if (socket.receiveUntil(deadline, buffer, count) != Wire::Fine || count == 0) return false;
        head.append(buffer.data(), count);
    }
    return head.starts_with("HTTP/1.1 200 ");
}

} // namespace

Result<> warmOrigin(std::uint16_t port, std::uint64_t size) {
    LoopbackSocket socket;
    if (socket.connect(port, patience) != Wire::Fine) return originUnreachable(port);
    for (std::uint32_t variant = 0; variant < bodyVariants; ++variant) {
        if (!askForHead(socket, {.size = size, .variant = variant})) return originUnreachable(port);
    }
    return {};
}

} // namespace troika
