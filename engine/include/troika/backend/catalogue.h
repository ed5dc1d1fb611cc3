// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/catalogue.h>

namespace troika {

/// Everything a scenario may be made of in this Troika: steps, arrivals and backends.
const Catalogue& catalogue();

} // namespace troika
