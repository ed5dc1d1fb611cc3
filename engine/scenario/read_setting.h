// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>
#include <vector>

namespace troika {

/// One value as declared; nothing, and findings under `field`, where it is not allowed.
[[nodiscard]] std::optional<SettingValue> readSetting(const Json& value, const Setting& setting,
                                                      const std::string& field, Findings& findings);

/// The same for a Delay: a quantity (fixed) or an object with a distribution.
[[nodiscard]] std::optional<Delay> readDelay(const Json& value, const Setting& setting,
                                             const std::string& field, Findings& findings);

/// The declared settings of `object` with defaults filled in, in order of declaration. Keys that
/// are neither declared nor in `otherKeys` are findings.
[[nodiscard]] Settings readSettings(const Json& object, const std::string& path,
                                    const std::vector<Setting>& declared,
                                    const std::vector<std::string>& otherKeys, Findings& findings);

/// A finding for every key of `object` that is not known.
void checkKeys(const Json& object, const std::string& path, const std::vector<std::string>& known,
               Findings& findings);

/// `path.key`, or `key` at the top.
[[nodiscard]] std::string fieldOf(const std::string& path, std::string_view key);

} // namespace troika
