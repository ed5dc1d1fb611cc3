// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/field_path.h"

namespace troika {
namespace {

/// Takes one `[label]` off the front; false where it is malformed.
bool takeLabel(std::string_view& rest, std::vector<PathPart>& parts) {
    const auto end = rest.find(']');
    if (end == std::string_view::npos) return false;
    const std::string_view label = rest.substr(1, end - 1);
    if (label.empty() || label.find('[') != std::string_view::npos) return false;
    parts.push_back({std::string(label), true});
    rest.remove_prefix(end + 1);
    return rest.empty() || rest.front() == '.' || rest.front() == '[';
}

/// Takes one `key` off the front; false where it is malformed.
bool takeKey(std::string_view& rest, std::vector<PathPart>& parts) {
    const auto end = rest.find_first_of(".[");
    const std::string_view key = rest.substr(0, end);
    if (key.empty() || key.find_first_of("] \t\n\"") != std::string_view::npos) return false;
    parts.push_back({std::string(key), false});
    rest.remove_prefix(key.size());
    return true;
}

} // namespace

std::optional<std::vector<PathPart>> parsePath(std::string_view path) {
    std::vector<PathPart> parts;
    std::string_view rest = path;
    if (!takeKey(rest, parts)) return std::nullopt;
    while (!rest.empty()) {
        if (rest.front() == '[') {
            if (!takeLabel(rest, parts)) return std::nullopt;
            continue;
        }
        rest.remove_prefix(1);
        if (!takeKey(rest, parts)) return std::nullopt;
    }
    return parts;
}

} // namespace troika
