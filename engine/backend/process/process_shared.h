// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `process.shared`: worker processes that stay and share memory with the runner.
BackendKind processSharedKind();

} // namespace troika
