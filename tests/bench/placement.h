// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>

namespace troika::bench {

/// Keeps this thread, and the processes it starts meanwhile, on one processor until it is
/// destroyed. Whether both ends of a pipe or a ring share one decides a round trip more than
/// anything else, so what is compared gets the same places.
class Placement {
public:
    Placement() { ::sched_getaffinity(0, sizeof m_everywhere, &m_everywhere); }
    ~Placement() { ::sched_setaffinity(0, sizeof m_everywhere, &m_everywhere); }
    Placement(const Placement&) = delete;
    Placement& operator=(const Placement&) = delete;

    /// False where this machine has no such processor for us.
    bool stayOn(int processor) const {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(processor, &set);
        return ::sched_setaffinity(0, sizeof set, &set) == 0;
    }

private:
    cpu_set_t m_everywhere{};
};

} // namespace troika::bench
