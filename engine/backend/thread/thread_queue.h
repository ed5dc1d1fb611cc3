// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `thread.queue`: bounded queues between the steps, with threads of their own for each step.
BackendKind threadQueueKind();

} // namespace troika
