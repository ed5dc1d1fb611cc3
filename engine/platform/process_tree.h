// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <sys/types.h>
#include <vector>

namespace troika {

/// Children of a process right now. Costs some 10 µs where the kernel lists children, and of many
/// threads or elsewhere a walk through /proc: about 10 µs for every process of the machine.
[[nodiscard]] std::vector<pid_t> childrenOf(pid_t pid);

/// All descendants of a process right now, without itself.
[[nodiscard]] std::vector<pid_t> descendantsOf(pid_t pid);

/// What a process and its descendants hold at this moment.
struct TreeSize {
    std::int64_t anonymousBytes = 0; ///< Resident, without files and shared memory.
    std::int64_t threads = 0;
    std::int64_t processes = 0;
    std::int64_t processorNs = 0; ///< Used so far, in steps of 10 ms, by those that still live.
};
/// Of all descendants of `pid`, itself left out (it is the guard). Some 20 µs a process, and
/// a walk for one of many threads: not to be called more often than needed while something is
/// measured.
[[nodiscard]] TreeSize sizeOfDescendants(pid_t pid);

} // namespace troika
