// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace troika {

/// Edits that turn one word into the other: insert, delete, replace, swap two neighbours (optimal
/// string alignment distance), in bytes; case counts.
[[nodiscard]] std::size_t editDistance(std::string_view from, std::string_view to);

/// The known word that `word` was probably meant to be: the one with the fewest edits, at most a
/// third of its length (and at least one); the first of equals. Nothing where none is near.
[[nodiscard]] std::optional<std::string> nearestWord(std::string_view word,
                                                     const std::vector<std::string>& known);

} // namespace troika
