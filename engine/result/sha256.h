// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace troika {

/// SHA-256 (FIPS 180-4) of some bytes, as 64 hex digits.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

} // namespace troika
