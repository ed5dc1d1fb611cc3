// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `process.pool`: worker processes that stay; tasks go to them, and results come back, by message.
BackendKind processPoolKind();

} // namespace troika
