// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `process.per-task`: a worker process for every task, so many at once.
BackendKind processPerTaskKind();

} // namespace troika
