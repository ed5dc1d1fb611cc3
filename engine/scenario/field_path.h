// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace troika {

/// One part of a path: `steps`, `0`, or in brackets a label (`[pool]`) or `[*]`.
struct PathPart {
    std::string text;
    bool isLabel = false;

    bool operator==(const PathPart&) const = default;
};

/// `backends[pool].workers` taken apart; nothing where it is malformed (empty parts, brackets that
/// do not fit, a path that begins with a bracket).
[[nodiscard]] std::optional<std::vector<PathPart>> parsePath(std::string_view path);

} // namespace troika
