// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `async.loops`: several event loops, each on a thread of its own, that share the tasks.
BackendKind asyncLoopsKind();

} // namespace troika
