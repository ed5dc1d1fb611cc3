// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace troika {

/// The first line of a small system file, without its end; empty where it cannot be read.
[[nodiscard]] std::string firstLine(const std::string& file);

/// What stands after `key` and a separator (':' or '=', blanks around it, quotation marks dropped)
/// on the first line of `file` that begins with it; empty where there is none.
[[nodiscard]] std::string valueIn(const std::string& file, std::string_view key);

/// Whether the first processor's flags hold this one.
[[nodiscard]] bool processorHas(std::string_view flag);

} // namespace troika
