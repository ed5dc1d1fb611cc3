// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `async.loop`: a coroutine a task on one event loop, on one thread.
BackendKind asyncLoopKind();

} // namespace troika
