// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <troika/scenario/paths.h>
#include <troika/scenario/setting.h>

namespace troika {

inline constexpr std::string_view schemaName = "troika-scenario/1";

/// Declarations of the fields that every scenario has, for reading and for what is allowed.
[[nodiscard]] const Setting& roundsSetting();
[[nodiscard]] const Setting& warmUpSetting();
[[nodiscard]] const Setting& timeoutSetting();
/// Its range is that of an int64_t, as forms have it; a file may say any uint64_t.
[[nodiscard]] const Setting& seedSetting();

inline constexpr std::size_t mostContenders = 64;

/// A label: 1 to 64 bytes without `[ ] , =` and control characters, not `*` alone, no blank at
/// either end.
[[nodiscard]] bool isLabel(std::string_view text);
/// A scenario's name, which becomes part of file names: 1 to 64 of a-z, A-Z, 0-9, `-`, `_`, `.`,
/// not beginning with `.`.
[[nodiscard]] bool isName(std::string_view text);
/// Whether a text holds characters that steer a terminal (C0 without line feed, DEL, C1).
[[nodiscard]] bool hasControls(std::string_view text);

} // namespace troika
