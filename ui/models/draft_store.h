// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <troika/scenario/json.h>

namespace troika::ui {

// Edits that were not saved are kept as drafts, one for each file that they began from, so that
// nobody has to be asked and nothing is lost.

/// The draft that began from that file, if there is one.
[[nodiscard]] std::optional<Json> draftOf(const std::filesystem::path& file);
/// False where it cannot be written.
bool keepDraft(const std::filesystem::path& file, const Json& draft);
void dropDraft(const std::filesystem::path& file);

} // namespace troika::ui
