// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/spawn.h"

#include <cstdint>

namespace troika {

/// The descriptor under which a guard finds its end of the lifeline, a socket: when the other end
/// speaks or closes, the guard ends everything. Over it the guard tells a TreeEnd.
inline constexpr int lifelineDescriptor = 3;

/// What a supervisor says that lets go of a guard. One that closes without it has died.
inline constexpr char farewell = '.';

/// The descriptor under which a guard with an order to rescue finds what it has to hold until it is
/// done.
inline constexpr int holdDescriptor = 4;

/// How a guarded program ended by itself.
struct TreeEnd {
    ChildEnd program;
    std::int64_t at = 0; ///< CLOCK_MONOTONIC ns: when the last of its descendants was gone.
};

} // namespace troika
