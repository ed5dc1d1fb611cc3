// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace troika {

/// Wakes one waiter in this or another process, in memory that they share (futex(2)). Ringing costs
/// no system call while nobody sleeps.
class Bell {
public:
    /// How often it has rung; to be read before looking for what it rings for.
    [[nodiscard]] std::uint32_t rung() const { return m_rung.load(); }
    void ring();
    /// Sleeps until it has rung again since it had rung `seen` times, or until `until`
    /// (CLOCK_MONOTONIC, ns).
    void await(std::uint32_t seen, std::int64_t until);

private:
    std::atomic<std::uint32_t> m_rung = 0;
    std::atomic<std::uint32_t> m_asleep = 0;
};

} // namespace troika
