// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace troika {

/// Nanoseconds on CLOCK_MONOTONIC: comparable between all processes of this machine.
[[nodiscard]] inline std::int64_t monotonicNow() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// Ticks of the time-stamp counter a second, measured against CLOCK_MONOTONIC for 10 ms; nothing
/// where the counter is not invariant (constant_tsc and nonstop_tsc) or not there.
[[nodiscard]] std::optional<double> measureTickRate();

__extension__ using WideInteger = __int128;

/// Stamps on CLOCK_MONOTONIC's scale, read from the time-stamp counter where that is invariant
/// (a read costs 10 ns instead of 24). Copy per thread or share: now() only reads.
class StampClock {
public:
    /// `tickRate` from measureTickRate(), of this machine; without one it reads the system's clock.
    explicit StampClock(std::optional<double> tickRate = std::nullopt);

    /// Ties the counter to CLOCK_MONOTONIC anew (before every slice, so that the error of the tick
    /// rate cannot add up). Not while others read.
    void anchor();

    [[nodiscard]] bool usesCounter() const { return m_scale != 0; }

    [[nodiscard]] std::int64_t now() const {
#if defined(__x86_64__)
        if (m_scale != 0) {
            const auto ticks = static_cast<std::int64_t>(__rdtsc() - m_anchorTicks);
            return m_anchorTime +
                   static_cast<std::int64_t>((static_cast<WideInteger>(ticks) * m_scale) >> 32);
        }
#endif
        return monotonicNow();
    }

private:
    std::int64_t m_scale = 0; ///< Nanoseconds a tick, times 2^32; 0: use the system's clock.
    std::uint64_t m_anchorTicks = 0;
    std::int64_t m_anchorTime = 0;
};

} // namespace troika
