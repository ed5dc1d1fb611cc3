// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_async.h"

namespace troika {

bool DownloadConnection::beginConnect(std::uint16_t port) {
    error = socket->beginConnect(port);
    return error == 0;
}

DownloadWatch::DownloadWatch(const LoopPlace& loop, std::chrono::nanoseconds timeout)
    : m_timer(loop), m_timeout(timeout) {}

void DownloadWatch::add(DownloadConnection& connection) {
    connection.deadline = Clock::now() + m_timeout;
    connection.overdue = false;
    m_underWay.push_back(connection);
    if (m_ticking) return;
    m_ticking = true;
    awaitTick();
}

void DownloadWatch::stop() {
    m_timer.cancel();
    m_ticking = false;
}

void DownloadWatch::awaitTick() {
    m_timer.callAt(Clock::now() + std::chrono::milliseconds(50), [this] {
        m_ticking = false;
        tick();
    });
}

void DownloadWatch::tick() {
    const auto now = Clock::now();
    while (!m_underWay.empty() && m_underWay.front().deadline <= now) {
        DownloadConnection& late = m_underWay.front();
        late.unlink();
        late.overdue = true;
        late.socket->cancel();
    }
    if (m_underWay.empty()) return;
    m_ticking = true;
    awaitTick();
}

} // namespace troika
