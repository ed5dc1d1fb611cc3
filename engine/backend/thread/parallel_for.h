// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `thread.parallel-for`: oneTBB parallel_for over the tasks that are due.
BackendKind parallelForKind();

} // namespace troika
