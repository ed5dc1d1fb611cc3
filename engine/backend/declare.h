// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/catalogue.h>

namespace troika {

/// A whole-number setting, for declarations.
Setting integerSetting(std::string name, Text title, Text explanation, std::int64_t byDefault,
                       std::int64_t low, std::int64_t high);

/// A setting that is one of several names, for declarations.
Setting choiceSetting(std::string name, Text title, Text explanation, std::string byDefault,
                      std::vector<Choice> choices);

/// What a backend holds whose lanes are `threads` threads of the runner, each with what it needs
/// for all steps (where it does one step alone, this is more than it holds).
Demand demandOfThreads(const Scenario& scenario, std::int64_t threads);

/// Connections that `lanes` lanes hold at the most: one for each step that downloads.
std::int64_t connectionsOf(const Scenario& scenario, std::int64_t lanes);
/// The same for `loops` event loops with `atOnce` tasks in all, which may share connections.
std::int64_t connectionsOfLoops(const Scenario& scenario, std::int64_t loops, std::int64_t atOnce);

} // namespace troika
