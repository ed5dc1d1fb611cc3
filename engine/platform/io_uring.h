// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>

namespace troika {

/// No ring of Troika's has more entries; more operations than that can be under way.
inline constexpr unsigned mostRingEntries = 1024;

/// Whether this process may use io_uring with a ring of that size; probed once. Thread-safe.
[[nodiscard]] bool ioUringAvailable();

/// The same, and whether that makes directories too, as it does from Linux 5.15 on.
[[nodiscard]] bool ioUringMakesDirectories();

/// Why it may not: what the system said and, where known, what forbids it. Empty if it may.
[[nodiscard]] Text ioUringReason();

} // namespace troika
