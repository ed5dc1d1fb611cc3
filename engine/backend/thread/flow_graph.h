// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `thread.graph`: a oneTBB flow graph, a node a step.
BackendKind flowGraphKind();

} // namespace troika
