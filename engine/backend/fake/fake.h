// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

namespace troika {

/// `fake`: does no work and takes no time, but records samples exactly as if `lanes` lanes had each
/// done tasks of `service` one after the other; for tests that want a whole run to be exact and
/// instant. Its account is made up in the same way. Not listed unless asked for.
BackendKind fakeKind();

} // namespace troika
