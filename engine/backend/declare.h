// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/catalogue.h>

namespace troika {

/// A whole-number setting, for declarations.
Setting integerSetting(std::string name, Text title, Text explanation, std::int64_t byDefault,
                       std::int64_t low, std::int64_t high);

/// Connections that `lanes` lanes hold at the most: one for each step that downloads.
std::int64_t connectionsOf(const Scenario& scenario, std::int64_t lanes);

} // namespace troika
