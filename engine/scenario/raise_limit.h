// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <troika/scenario/catalogue.h>

namespace troika {

/// A limit of the system that its administrator may raise, as far as a scenario can meet it.
enum class Limit { Descriptors, Ports, Threads };

/// Adds to what the finding allows how that limit is raised to `needed`: "at most 100 here; to
/// raise the limit, as root: ulimit -Hn 4000".
void tellHowToRaise(Limit limit, std::int64_t needed, Finding& finding);

} // namespace troika
