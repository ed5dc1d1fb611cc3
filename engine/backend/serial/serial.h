// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `serial`: one task after the other on one thread; the baseline of every speed-up.
BackendKind serialKind();

} // namespace troika
