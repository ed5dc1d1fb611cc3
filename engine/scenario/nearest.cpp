// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/nearest.h"

#include <algorithm>

namespace troika {
namespace {

/// Longer words are no slips of the pen, and cost time squared.
constexpr std::size_t longestWord = 100;

} // namespace

std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::vector<std::size_t>> edits(from.size() + 1,
                                                std::vector<std::size_t>(to.size() + 1));
    for (std::size_t i = 0; i <= from.size(); ++i) edits[i][0] = i;
    for (std::size_t j = 0; j <= to.size(); ++j) edits[0][j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = edits[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, replaced});
            const bool swapped =
                i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
    }
    return edits[from.size()][to.size()];
}

std::optional<std::string> nearestWord(std::string_view word,
                                       const std::vector<std::string>& known) {
    if (word.size() > longestWord) return std::nullopt;
    std::optional<std::string> nearest;
    std::size_t fewest = 0;
    for (const std::string& candidate : known) {
        const std::size_t edits = editDistance(word, candidate);
        if (edits > std::max<std::size_t>(1, candidate.size() / 3)) continue;
        if (nearest && edits >= fewest) continue;
        nearest = candidate;
        fewest = edits;
    }
    return nearest;
}

} // namespace troika
