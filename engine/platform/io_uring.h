// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>

namespace troika {

/// No ring of Troika's has more entries; more operations than that can be under way.
inline constexpr unsigned mostRingEntries = 1024;

/// Whether this process may use io_uring with a ring of that size; probed once. Thread-safe.
[[nodiscard]] bool ioUringAvailable();

/// The same, and whether that makes directories too, as it does from Linux 5.15 on.
[[nodiscard]] bool ioUringMakesDirectories();

/// Why it may not: what the system said and, where known, what forbids it. Empty if it may.
[[nodiscard]] Text ioUringReason();

/// What somebody can do who is refused one.
[[nodiscard]] Text ioUringRemedy();

/// Why a ring was refused with that error, and the remedy; "io-uring-refused".
[[nodiscard]] Failure ioUringRefused(int error);

} // namespace troika
