// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_stalls.h"

#include "origin/stall_windows.h"
#include "workload/download_blocking.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace troika {
namespace {

constexpr std::chrono::seconds patience{10};

std::chrono::nanoseconds nanoseconds(double seconds) {
    return std::chrono::nanoseconds(std::llround(seconds * 1e9));
}

StallList absolute(const DownloadPlan& plan, const TimeWindows& stalls, std::int64_t begin) {
    StallList list{.list = plan.stallList, .windows = {}};
    for (const TimeWindow& stall : stalls) {
        const auto from = std::chrono::nanoseconds(begin) + nanoseconds(stall.at);
        list.windows.push_back({from, from + nanoseconds(stall.length)});
    }
    return list;
}

/// Sends the request and waits for the first of the answer.
bool put(std::uint16_t port, const std::string& target) {
    LoopbackSocket socket;
    if (socket.connect(port, patience) != Wire::Fine) return false;
    const std::string request =
        fmt::format("PUT {} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", target);
    if (socket.send(request) != Wire::Fine) return false;
    std::array<char, 512> answer{};
    std::size_t count = 0;
    if (socket.receive(answer, count) != Wire::Fine) return false;
    return std::string_view(answer.data(), count).starts_with("HTTP/1.1 200 ");
}

} // namespace

Result<> tellStalls(const DownloadPlan& plan, const TimeWindows& stalls, std::int64_t begin) {
    if (put(plan.port, writeStalls(absolute(plan, stalls, begin)))) return {};
    return originUnreachable(plan.port);
}

} // namespace troika
