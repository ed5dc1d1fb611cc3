// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <sys/resource.h>
#include <sys/types.h>

namespace troika {

/// What processes have used so far, by the operating system's own account. Sums and differences
/// are field by field.
struct Account {
    std::int64_t userNs = 0;
    std::int64_t systemNs = 0;
    std::int64_t voluntarySwitches = 0;
    std::int64_t involuntarySwitches = 0;

    Account& operator+=(const Account& other);
    Account& operator-=(const Account& other);
    [[nodiscard]] std::int64_t cpuNs() const { return userNs + systemNs; }
    bool operator==(const Account&) const = default;
};

/// As the system tells it.
[[nodiscard]] Account accountOf(const rusage& usage);

/// Of the calling process, all its threads, ended ones included (getrusage).
[[nodiscard]] Account ownAccount();

/// Processor nanoseconds of another process, all its threads; -1 when it is gone.
[[nodiscard]] std::int64_t processorTimeOf(pid_t pid);

/// Processor nanoseconds of the whole machine since some fixed moment, as finely as this kernel
/// tells; of the machine also where this process is in a container.
[[nodiscard]] std::int64_t machineProcessorTime();

/// Processor nanoseconds that the host of this virtual machine gave to others, while there was work
/// here, since some fixed moment; in steps of 10 ms.
[[nodiscard]] std::int64_t stolenProcessorTime();

} // namespace troika
