// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/compare.h"

#include "result/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <troika/result/sentences.h>

namespace troika {

namespace {

std::optional<double> throughputOf(const ContenderResult& one) { return one.throughput.median; }
std::optional<double> p50Of(const ContenderResult& one) { return one.latency.p50; }
std::optional<double> p99Of(const ContenderResult& one) { return one.latency.p99; }
std::optional<double> cpuOf(const ContenderResult& one) { return one.cpuOfTask(); }

struct Measure {
    const char* name;
    Better better;
    double RoundFigures::*figure;                             ///< Of a round.
    std::optional<double> (*overall)(const ContenderResult&); ///< Of all, which gives the rank.
};

constexpr std::array<Measure, 4> measures{{
    {"throughput", Better::More, &RoundFigures::throughput, throughputOf},
    {"latency.p50", Better::Less, &RoundFigures::latencyP50, p50Of},
    {"latency.p99", Better::Less, &RoundFigures::latencyP99, p99Of},
    {"cpu", Better::Less, &RoundFigures::cpu, cpuOf},
}};

/// Shares of lost tasks that differ by more than this move the 99th percentile.
constexpr double equalShares = 0.001;

struct Runner {
    const ContenderResult* result;
    SlicesByRound slices;

    [[nodiscard]] const std::string& label() const { return result->label; }
};

/// Two runners' figures in the rounds that both have: the same round at the same place.
struct Pair {
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
        runners.push_back({&contenders[i], countedSlices(trials[i])});
    }
    return runners;
}

double unaskedShare(const TaskCounts& tasks) {
    const std::uint64_t all = tasks.finished + tasks.failed + tasks.dropped;
    return all == 0 ? 0 : static_cast<double>(tasks.unasked()) / static_cast<double>(all);
}

Pair paired(const Runner& of, const Runner& to) {
    Pair pair;
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

/// Best first; who has no figure is left out.
std::vector<const Runner*> rankedBy(const Measure& measure, const std::vector<Runner>& runners) {
    std::vector<const Runner*> rank;
    for (const Runner& runner : runners)
        if (measure.overall(*runner.result)) rank.push_back(&runner);
    std::ranges::stable_sort(rank, [&](const Runner* left, const Runner* right) {
        const double first = *measure.overall(*left->result);
        const double second = *measure.overall(*right->result);
        return measure.better == Better::More ? first > second : first < second;
    });
    return rank;
}

/// Who is compared with whom on a measure.
std::vector<std::pair<const Runner*, const Runner*>> pairsShown(const Measure& measure,
                                                                const std::vector<Runner>& runners,
                                                                const std::string& baseline) {
    std::vector<std::pair<const Runner*, const Runner*>> pairs;
    for (const Runner& runner : runners)
        for (const Runner& base : runners)
            if (base.label() == baseline && &base != &runner) pairs.emplace_back(&runner, &base);
    const auto rank = rankedBy(measure, runners);
    for (std::size_t i = 1; i < rank.size(); ++i)
        if (rank[i - 1]->label() != baseline && rank[i]->label() != baseline)
            pairs.emplace_back(rank[i - 1], rank[i]);
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
    std::map<std::pair<const Runner*, const Runner*>, Pair> known; // Most serve every measure.
    for (const Measure& measure : measures) {
        const auto pairs = pairsShown(measure, runners, scenario.baseline);
        std::vector<Pairing> family;
        for (const auto& both : pairs) {
            auto found = known.find(both);
            if (found == known.end())
                found = known.emplace(both, paired(*both.first, *both.second)).first;
            family.push_back(pairingOf(found->second, measure));
        }
        const auto judged = judge(family, measure.better);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if (judged[i].ratio)
                comparisons.push_back(comparisonOf(pairs[i].first->label(),
                                                   pairs[i].second->label(), measure.name,
                                                   judged[i], scenario));
    }
    return comparisons;
}

} // namespace troika
