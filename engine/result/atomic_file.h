// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <troika/base/result.h>

namespace troika {

/// Writes a file whole or not at all: into a temporary file beside it, synced, then renamed over
/// what was there. Nothing temporary is left. Failure: "result-not-written", with the reason.
[[nodiscard]] Result<> writeAtomically(const std::filesystem::path& file, std::string_view bytes);

} // namespace troika
