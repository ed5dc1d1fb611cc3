// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `thread.per-task`: a thread for every task, so many at once.
BackendKind threadPerTaskKind();

} // namespace troika
