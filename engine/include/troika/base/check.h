// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Always-on check for bugs (never for bad input or a failing system): prints the condition, its
/// place and `what`, and aborts. Thread-safe.
#define TROIKA_CHECK(condition, what)                                                              \
    (static_cast<bool>(condition) ? void(0)                                                        \
                                  : ::troika::checkFailed(#condition, what, __FILE__, __LINE__))

namespace troika {

[[noreturn]] void checkFailed(const char* condition, const char* what, const char* file, int line);

} // namespace troika
