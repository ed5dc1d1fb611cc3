// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

namespace troika {

/// Bytes that wait until a pipe has room: whoever sends never waits, so two who send much to each
/// other cannot wait for each other. Used by one thread.
class Outbox {
public:
    /// Copied.
    void put(std::span<const std::byte> bytes);
    /// Not copied: has to stay until it is written.
    void lend(std::span<const std::byte> bytes);

    enum class State { Empty, Waiting, Gone };
    /// Writes what the non-blocking descriptor takes. Gone: nobody reads there any more.
    State flush(int descriptor);
    [[nodiscard]] bool empty() const { return m_pieces.empty(); }

private:
    /// Bytes of its own, then lent ones.
    struct Piece {
        std::vector<std::byte> own;
        std::span<const std::byte> lent;
    };

    [[nodiscard]] std::span<const std::byte> front() const;
    void drop(std::size_t count);

    std::deque<Piece> m_pieces;
    std::size_t m_written = 0; ///< Of the first piece.
};

} // namespace troika
