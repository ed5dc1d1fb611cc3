// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/compare.h"

#include "result/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <troika/result/sentences.h>

namespace troika {

namespace {

struct Measure {
    const char* name;
    Better better;
    double RoundFigures::*figure;
};

constexpr std::array<Measure, 4> measures{{
    {"throughput", Better::More, &RoundFigures::throughput},
    {"latency.p50", Better::Less, &RoundFigures::latencyP50},
    {"latency.p99", Better::Less, &RoundFigures::latencyP99},
    {"cpu", Better::Less, &RoundFigures::cpu},
}};

/// Shares of lost tasks that differ by more than this move the 99th percentile.
constexpr double equalShares = 0.001;

struct Runner {
    std::string label;
    double throughput = 0;
    SlicesByRound slices;
};

/// Two runners' figures in the rounds that both have: the same round at the same place.
struct Pair {
    const Runner* of;
    const Runner* to;
    std::vector<RoundFigures> ofFigures;
    std::vector<RoundFigures> toFigures;
    bool unequalFailures = false;
};

std::vector<Runner> comparable(std::span<const TrialRecord> trials,
                               std::span<const ContenderResult> contenders) {
    std::vector<Runner> runners;
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const TrialStatus status = contenders[i].status;
        if (status == TrialStatus::Failed || status == TrialStatus::Unavailable) continue;
        runners.push_back({contenders[i].label, contenders[i].throughput.median.value_or(0),
                           countedSlices(trials[i])});
    }
    return runners;
}

double unaskedShare(const TaskCounts& tasks) {
    const std::uint64_t all = tasks.finished + tasks.failed + tasks.dropped;
    return all == 0 ? 0 : static_cast<double>(tasks.unasked()) / static_cast<double>(all);
}

Pair paired(const Runner& of, const Runner& to) {
    Pair pair{&of, &to, {}, {}};
    TaskCounts ofTasks;
    TaskCounts toTasks;
    for (const auto& [round, slice] : of.slices) {
        const auto other = to.slices.find(round);
        if (other == to.slices.end()) continue;
        pair.ofFigures.push_back(figuresBeside(*slice, *other->second));
        pair.toFigures.push_back(figuresBeside(*other->second, *slice));
        count(ofTasks, *slice);
        count(toTasks, *other->second);
    }
    pair.unequalFailures = lostUnequally(ofTasks, toTasks);
    return pair;
}

std::vector<Pair> pairsShown(const std::vector<Runner>& runners, const std::string& baseline) {
    std::vector<Pair> pairs;
    std::vector<const Runner*> rank;
    for (const Runner& runner : runners) {
        rank.push_back(&runner);
        for (const Runner& base : runners)
            if (base.label == baseline && &base != &runner) pairs.push_back(paired(runner, base));
    }
    std::stable_sort(rank.begin(), rank.end(), [](const Runner* left, const Runner* right) {
        return left->throughput > right->throughput;
    });
    for (std::size_t i = 1; i < rank.size(); ++i)
        if (rank[i - 1]->label != baseline && rank[i]->label != baseline)
            pairs.push_back(paired(*rank[i - 1], *rank[i]));
    return pairs;
}

Pairing pairingOf(const Pair& pair, const Measure& measure) {
    Pairing pairing;
    pairing.unequalFailures = pair.unequalFailures;
    for (const RoundFigures& one : pair.ofFigures) pairing.of.push_back(one.*measure.figure);
    for (const RoundFigures& one : pair.toFigures) pairing.to.push_back(one.*measure.figure);
    return pairing;
}

} // namespace

bool lostUnequally(const TaskCounts& left, const TaskCounts& right) {
    return std::abs(unaskedShare(left) - unaskedShare(right)) > equalShares;
}

Comparison comparisonOf(const std::string& of, const std::string& to, const std::string& measure,
                        const Judgement& judged, const Scenario& scenario) {
    Comparison comparison;
    comparison.of = of;
    comparison.to = to;
    comparison.measure = measure;
    comparison.ratio = judged.ratio;
    comparison.interval = judged.interval;
    comparison.verdict = judged.verdict;
    comparison.rounds = static_cast<int>(judged.rounds);
    comparison.leftOut = static_cast<int>(judged.leftOut);
    comparison.sentence = comparisonSentence(comparison, scenario);
    return comparison;
}

std::vector<Comparison> compare(const Scenario& scenario, std::span<const TrialRecord> trials,
                                std::span<const ContenderResult> contenders) {
    std::vector<Comparison> comparisons;
    const auto runners = comparable(trials, contenders);
    const auto pairs = pairsShown(runners, scenario.baseline);
    for (const Measure& measure : measures) {
        std::vector<Pairing> family;
        for (const Pair& pair : pairs) family.push_back(pairingOf(pair, measure));
        const auto judged = judge(family, measure.better);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if (judged[i].ratio)
                comparisons.push_back(comparisonOf(pairs[i].of->label, pairs[i].to->label,
                                                   measure.name, judged[i], scenario));
    }
    return comparisons;
}

} // namespace troika
