// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/result/winner.h>

#include <algorithm>
#include <vector>

namespace troika {
namespace {

bool ranks(const ContenderResult& contender) {
    return contender.status != TrialStatus::Failed &&
           contender.status != TrialStatus::Unavailable && contender.throughput.median;
}

const Comparison* between(const PointResult& point, const std::string& one,
                          const std::string& other) {
    for (const Comparison& comparison : point.comparisons) {
        const bool fits = (comparison.of == one && comparison.to == other) ||
                          (comparison.of == other && comparison.to == one);
        if (fits && comparison.measure == "throughput") return &comparison;
    }
    return nullptr;
}

} // namespace

std::optional<Winner> winnerOf(const PointResult& point) {
    std::vector<const ContenderResult*> ranked;
    for (const ContenderResult& contender : point.contenders) {
        if (ranks(contender)) ranked.push_back(&contender);
    }
    if (ranked.empty()) return std::nullopt;
    std::ranges::stable_sort(ranked, [](const auto* left, const auto* right) {
        return *left->throughput.median > *right->throughput.median;
    });
    Winner winner;
    winner.label = ranked.front()->label;
    if (ranked.size() == 1) return winner;
    winner.second = ranked[1]->label;
    winner.comparison = between(point, winner.label, winner.second);
    if (winner.comparison == nullptr) return winner;
    const bool isFirst = winner.comparison->of == winner.label;
    winner.isClear = winner.comparison->verdict == (isFirst ? Verdict::Ahead : Verdict::Behind);
    return winner;
}

} // namespace troika
