// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>

namespace troika {

/// A list of `{ "at": "5 s", "for": "1 s" }`; nothing, and findings under `field`, where it is too
/// long, out of the setting's range, or where one begins before the one before it has ended.
[[nodiscard]] std::optional<TimeWindows> readWindows(const Json& value, const Setting& setting,
                                                     const std::string& field, Findings& findings);

[[nodiscard]] Json writeWindows(const TimeWindows& windows);

} // namespace troika
