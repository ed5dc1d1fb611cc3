// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>

#include <cstdio>
#include <cstdlib>

namespace troika {

void checkFailed(const char* condition, const char* what, const char* file, int line) {
    std::fprintf(stderr, "troika: bug: %s (%s, %s:%d)\n", what, condition, file, line);
    std::abort();
}

} // namespace troika
