// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace troika {

/// Copies what is in a file, its holes left out, to where no folder is; whole or not at all: into a
/// temporary file beside it, then renamed over what was there. Nothing temporary is left.
[[nodiscard]] bool copySparse(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace troika
