// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <troika/scenario/points.h>
#include <vector>

namespace troika {

/// The paths of everything numeric that a scenario says or could say: what sweepFields() gives, all
/// parameters of delays, and numbers within lists. `document` is the scenario as written.
[[nodiscard]] std::vector<std::string>
numericPaths(const Scenario& scenario, const Catalogue& catalogue, const Json& document);

/// A path as numericPaths() writes it, one for each contender it means: `backends[*].workers` and
/// `backends.0.workers` name labels. Nothing where it is malformed.
[[nodiscard]] std::vector<std::string> plainPaths(std::string_view path, const Scenario& scenario);

/// What stands in a document at a path; null where nothing does. `[*]` takes the first.
[[nodiscard]] const Json* fieldAt(const Json& document, std::string_view path);

} // namespace troika
