// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_blocking.h"

#include <algorithm>

namespace troika {
namespace {

/// As much as is taken from a socket at once: bodies of 100 KiB in one call.
std::size_t bufferFor(std::uint64_t size) {
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(size + 1024, 4096, 128 * 1024));
}

} // namespace

tl::unexpected<Failure> originUnreachable(std::uint16_t port) {
    return failure("origin-unreachable",
                   bilingual("The server that downloads come from does not answer on 127.0.0.1, "
                             "port {}.",
                             "Сервер загрузок не отвечает по адресу 127.0.0.1, порт {}.", port));
}

BlockingDownload::BlockingDownload(const DownloadPlan& plan)
    : m_plan(plan), m_buffer(bufferFor(plan.size)) {}

Result<> BlockingDownload::leadIn() {
    if (!m_plan.keepAlive || m_socket.open()) return {};
    if (m_socket.connect(m_plan.port, m_plan.timeout) == Wire::Fine) return {};
    return originUnreachable(m_plan.port);
}

StepOutcome BlockingDownload::perform(const TaskName& task) {
    const auto deadline = LoopbackSocket::Clock::now() + m_plan.timeout;
    m_exchange.start(m_plan.request(task), m_plan.keepAlive);
    const bool reused = m_socket.open();
    Wire how = exchange(deadline);
    // A connection that lay idle may have been closed by the server at any time: once more.
    if (how == Wire::Broken && reused && !m_exchange.answered()) how = exchange(deadline);
    if (how != Wire::Fine || !m_exchange.reusable()) m_socket.close();
    if (how == Wire::TimedOut) return {Outcome::TimedOut, 0};
    if (how == Wire::Broken && m_exchange.cutAsAsked()) return {Outcome::Refused, 0};
    return how == Wire::Fine ? m_exchange.outcome() : failedBy(m_socket.lastError());
}

Wire BlockingDownload::exchange(LoopbackSocket::Clock::time_point deadline) {
    if (!m_socket.open()) {
        const Wire connected = m_socket.connect(m_plan.port, m_plan.timeout);
        if (connected != Wire::Fine) return connected;
    }
    Wire how = m_socket.send(m_exchange.request().view());
    if (how == Wire::Fine) how = answer(deadline);
    if (how != Wire::Fine) m_socket.close();
    return how;
}

Wire BlockingDownload::answer(LoopbackSocket::Clock::time_point deadline) {
    std::size_t count = 0;
    Wire how = m_socket.receive(m_buffer, count);
    while (how == Wire::Fine) {
        if (count == 0) return Wire::Broken; // Closed before the end.
        if (m_exchange.feed({m_buffer.data(), count}) == HttpExchange::State::Done) return how;
        how = m_socket.receiveUntil(deadline, m_buffer, count);
    }
    return how;
}

} // namespace troika
