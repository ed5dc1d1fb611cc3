// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/bell.h"

#include <climits>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace troika {

static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t) &&
              std::atomic<std::uint32_t>::is_always_lock_free);

void Bell::ring() {
    m_rung.fetch_add(1);
    if (m_asleep.load() == 0) return;
    ::syscall(SYS_futex, &m_rung, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

void Bell::await(std::uint32_t seen, std::int64_t until) {
    constexpr std::int64_t second = 1'000'000'000;
    const timespec at{.tv_sec = until / second, .tv_nsec = until % second};
    m_asleep.store(1);
    // The kernel sleeps only if it has not rung since; FUTEX_WAIT_BITSET knows absolute times.
    ::syscall(SYS_futex, &m_rung, FUTEX_WAIT_BITSET, seen, &at, nullptr, FUTEX_BITSET_MATCH_ANY);
    m_asleep.store(0);
}

} // namespace troika
