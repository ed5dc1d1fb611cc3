// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>

namespace troika {

/// "about 15 s", "примерно 15 с".
[[nodiscard]] Text roughDuration(double seconds);

} // namespace troika
