// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>

namespace troika::cli {

/// Becomes troika-window, where there is a display and the window was built; returns where not.
void becomeWindow(Language language);

} // namespace troika::cli
