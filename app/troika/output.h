// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "table.h"

#include <optional>
#include <string>
#include <string_view>
#include <troika/base/result.h>
#include <troika/result/samples.h>

namespace troika::cli {

/// How texts for this descriptor are laid out: a terminal's width and colours (not with NO_COLOR),
/// else 100 columns and none.
[[nodiscard]] Layout layoutFor(int descriptor, Language language);

/// Writes all of it to standard output. A reader that has gone away is no failure.
[[nodiscard]] Result<> writeOut(std::string_view text);

/// A line on standard error.
void say(const Text& text, Language language);

/// Makes the folder where its parent exists, and a file in it, which it removes again. What is
/// wrong, if something is.
[[nodiscard]] std::optional<Text> checkFolder(const std::filesystem::path& folder);

/// Prints the result as options say, writes the files they ask for and says which; false where
/// something could not be written.
[[nodiscard]] bool deliver(const StoredRun& run, const Options& options);

} // namespace troika::cli
