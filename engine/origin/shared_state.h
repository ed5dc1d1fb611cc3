// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "origin/bodies.h"
#include "origin/stall_windows.h"

namespace troika {

/// What all loops of an origin have in common. Any thread.
struct OriginState {
    BodyDigests digests;
    StallWindows stalls;
};

} // namespace troika
