// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>
#include <vector>

namespace troika {

/// JSON as it stands in a finding: one line, cut to 80 bytes (whole characters), control characters
/// escaped, so that a hostile file cannot write to a terminal.
[[nodiscard]] std::string shown(const Json& value);
/// Plain text, cut and escaped in the same way, without quotation marks.
[[nodiscard]] std::string shownPlain(std::string_view text);

/// "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

/// What a setting may be: "a whole number from 1 to 4096".
[[nodiscard]] Text allowedFor(const Setting& setting);
/// "from 1 ms to 1 h" in the setting's unit.
[[nodiscard]] Text rangeOf(const Setting& setting);

/// "no such key; did you mean size?" (`noun` in both languages, "no such" included) with the
/// nearest of `known`, which is also what is allowed.
[[nodiscard]] Finding unknownWord(std::string field, const Json& value, const Text& noun,
                                  std::string_view word, const std::vector<std::string>& known);
/// A setting that means nothing beside what was chosen for the one that it needs.
[[nodiscard]] Finding withoutMeaning(std::string field, const Json& value, const Setting& setting,
                                     const Settings& beside);
inline const Text objectAllowed{"an object", "объект"};

/// Something required is missing.
[[nodiscard]] Finding missing(std::string field, Text allowed);
/// Not of the type that is needed; the type found is named.
[[nodiscard]] Finding wrongType(std::string field, const Json& value, Text allowed);

/// The names of declared things, in order.
template <class T>
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<T>& all) {
    std::vector<std::string> names;
    for (const T& one : all) names.push_back(one.name);
    return names;
}

} // namespace troika
