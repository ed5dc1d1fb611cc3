// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `thread.pool`: a fixed number of threads that take tasks from one queue.
BackendKind threadPoolKind();

} // namespace troika
