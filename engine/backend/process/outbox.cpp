// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/outbox.h"

#include <cerrno>
#include <unistd.h>

namespace troika {

void Outbox::put(std::span<const std::byte> bytes) {
    if (m_pieces.empty() || !m_pieces.back().lent.empty()) m_pieces.emplace_back();
    std::vector<std::byte>& own = m_pieces.back().own;
    own.insert(own.end(), bytes.begin(), bytes.end());
}

void Outbox::lend(std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    if (m_pieces.empty() || !m_pieces.back().lent.empty()) m_pieces.emplace_back();
    m_pieces.back().lent = bytes;
}

Outbox::State Outbox::flush(int descriptor) {
    while (!m_pieces.empty()) {
        const auto next = front();
        const ssize_t written = ::write(descriptor, next.data(), next.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EAGAIN) return State::Waiting;
        if (written <= 0) return State::Gone;
        drop(static_cast<std::size_t>(written));
    }
    return State::Empty;
}

std::span<const std::byte> Outbox::front() const {
    const Piece& piece = m_pieces.front();
    const std::size_t own = piece.own.size();
    return m_written < own ? std::span<const std::byte>(piece.own).subspan(m_written)
                           : piece.lent.subspan(m_written - own);
}

void Outbox::drop(std::size_t count) {
    m_written += count;
    const Piece& piece = m_pieces.front();
    if (m_written < piece.own.size() + piece.lent.size()) return;
    m_pieces.pop_front();
    m_written = 0;
}

} // namespace troika
