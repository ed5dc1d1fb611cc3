// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>

namespace troika {

/// What an error number of the system (errno) means: "No such file or directory". One that Troika
/// has no Russian words for is told by its name there ("ENOTTY").
[[nodiscard]] Text systemError(int error);

} // namespace troika
