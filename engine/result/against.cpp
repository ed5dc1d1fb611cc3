// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/compare.h"

#include <limits>
#include <map>
#include <troika/result/against.h>
#include <troika/result/sentences.h>

namespace troika {
namespace {

constexpr const char* measure = "throughput";

bool comparable(const ContenderResult& contender) {
    return contender.status != TrialStatus::Failed && contender.status != TrialStatus::Unavailable;
}

std::map<int, double> byRound(const ContenderResult& contender) {
    std::map<int, double> figures;
    for (const SliceFigures& slice : contender.slices) {
        if (slice.counted && slice.throughput) figures[slice.round] = *slice.throughput;
    }
    return figures;
}

Pairing paired(const ContenderResult& of, const ContenderResult& to) {
    Pairing pairing;
    const auto other = byRound(to);
    for (const auto& [round, figure] : byRound(of)) {
        const auto found = other.find(round);
        if (found == other.end()) continue;
        pairing.of.push_back(figure);
        pairing.to.push_back(found->second);
    }
    pairing.unequalFailures = lostUnequally(of.tasks, to.tasks);
    return pairing;
}

} // namespace

std::vector<Comparison> throughputAgainst(const PointResult& point, const Scenario& scenario,
                                          const std::string& label) {
    std::vector<Comparison> comparisons;
    if (label == scenario.baseline) {
        for (const Comparison& known : point.comparisons) {
            if (known.measure == measure && known.to == label) comparisons.push_back(known);
        }
        return comparisons;
    }
    const ContenderResult* to = point.contender(label);
    if (to == nullptr || !comparable(*to)) return comparisons;
    std::vector<const ContenderResult*> others;
    std::vector<Pairing> family;
    for (const ContenderResult& of : point.contenders) {
        if (&of == to || !comparable(of)) continue;
        others.push_back(&of);
        family.push_back(paired(of, *to));
    }
    const std::vector<Judgement> judged = judge(family, Better::More);
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (!judged[i].ratio) continue;
        comparisons.push_back(comparisonOf(others[i]->label, label, measure, judged[i], scenario));
    }
    return comparisons;
}

} // namespace troika
