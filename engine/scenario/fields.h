// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <troika/scenario/setting.h>

namespace troika {

inline constexpr std::string_view schemaName = "troika-scenario/1";

/// Declarations of the fields that every scenario has, for reading and for what is allowed.
[[nodiscard]] const Setting& roundsSetting();
[[nodiscard]] const Setting& warmUpSetting();
[[nodiscard]] const Setting& timeoutSetting();

inline constexpr std::size_t mostContenders = 64;

/// `backends[pool]`: how findings and --set name a contender.
[[nodiscard]] std::string contenderPath(std::string_view label);
/// `workload.steps.0`.
[[nodiscard]] std::string stepPath(std::size_t index);
inline constexpr const char* arrivalsPath = "workload.arrivals";

/// A label: 1 to 64 bytes without `[ ] , =` and control characters, not `*` alone, no blank at
/// either end.
[[nodiscard]] bool isLabel(std::string_view text);
/// A scenario's name, which becomes part of file names: 1 to 64 of a-z, A-Z, 0-9, `-`, `_`, `.`,
/// not beginning with `.`.
[[nodiscard]] bool isName(std::string_view text);
/// Whether a text holds characters that steer a terminal (C0 without line feed, DEL, C1).
[[nodiscard]] bool hasControls(std::string_view text);

} // namespace troika
