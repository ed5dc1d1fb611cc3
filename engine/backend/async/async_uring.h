// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `async.uring`: a coroutine a task on one loop that waits in io_uring, for files and sockets.
BackendKind asyncUringKind();

} // namespace troika
