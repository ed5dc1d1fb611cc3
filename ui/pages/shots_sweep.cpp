// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/shots_sweep.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <troika/result/sentences.h>
#include <troika/scenario/points.h>

namespace troika::ui {

namespace {

/// How much faster a contender gets from value to value: some gain, some do not, one loses.
double gainOf(std::size_t contender) {
    constexpr std::array gains{1.0, 1.45, 1.1, 1.32, 0.85};
    return gains.at(contender % gains.size());
}

void scale(ContenderResult& contender, double factor) {
    const auto times = [](auto& value, auto& interval, double by) {
        if (value) *value *= by;
        if (interval) interval = {interval->low * by, interval->high * by};
    };
    times(contender.throughput.median, contender.throughput.interval, factor);
    for (Latency* latency : {&contender.service, &contender.latency}) {
        times(latency->p50, latency->p50Interval, 1 / factor);
        times(latency->p90, latency->p90Interval, 1 / factor);
        times(latency->p99, latency->p99Interval, 1 / factor);
    }
}

void befall(ContenderResult& contender, TrialStatus status) {
    contender.status = status;
    contender.reason = Failure{"worker-died",
                               {"A worker process ended by itself (signal 9).",
                                "Рабочий процесс завершился сам (сигнал 9)."}};
    contender.throughput = {};
    contender.service = {};
    contender.latency = {};
}

Comparison compared(const ContenderResult& of, const ContenderResult& to,
                    const Scenario& scenario) {
    constexpr double clear = 1.15;
    Comparison comparison{.of = of.label, .to = to.label, .measure = "throughput"};
    const double ratio = *of.throughput.median / *to.throughput.median;
    comparison.ratio = ratio;
    comparison.interval = Interval{ratio / clear, ratio * clear};
    comparison.verdict = Verdict::NoClearDifference;
    if (ratio > clear) comparison.verdict = Verdict::Ahead;
    if (ratio < 1 / clear) comparison.verdict = Verdict::Behind;
    comparison.rounds = scenario.rounds;
    comparison.sentence = comparisonSentence(comparison, scenario);
    return comparison;
}

/// Everybody and the baseline, and neighbours in rank, as an engine would: clear where far apart.
void compareAll(PointResult& point, const Scenario& scenario) {
    std::vector<const ContenderResult*> rank;
    for (const ContenderResult& contender : point.contenders) {
        if (contender.throughput.median) rank.push_back(&contender);
    }
    std::ranges::sort(rank, std::greater{},
                      [](const ContenderResult* one) { return *one->throughput.median; });
    point.comparisons.clear();
    for (std::size_t i = 0; i < rank.size(); ++i) {
        const ContenderResult* base = point.contender(scenario.baseline);
        if (base != nullptr && base->throughput.median && rank[i] != base) {
            point.comparisons.push_back(compared(*rank[i], *base, scenario));
        }
        if (i > 0) point.comparisons.push_back(compared(*rank[i - 1], *rank[i], scenario));
    }
}

} // namespace

StoredRun madeUpSweep(const StoredRun& measured, const Catalogue& catalogue,
                      std::size_t parameters) {
    StoredRun run = measured;
    run.result.points.clear();
    run.samples.clear();
    Scenario& scenario = run.result.scenario;
    scenario.sweep.clear();
    for (const SweepField& field : sweepFields(scenario, catalogue)) {
        const bool wanted = field.path.ends_with(".workers") || field.path.ends_with(".tasks") ||
                            field.path.ends_with(".in_flight");
        if (!wanted || scenario.sweep.size() == parameters) continue;
        scenario.sweep.push_back({.path = field.path,
                                  .form = Sweep::Form::Powers,
                                  .from = scenario.sweep.empty() ? 1.0 : 8.0,
                                  .to = scenario.sweep.empty() ? 32.0 : 256.0,
                                  .by = 2});
    }
    if (scenario.sweep.size() < parameters || measured.result.points.empty()) return run;
    const std::uint64_t fast = countOf(scenario.sweep.back());
    for (const Point& point : pointsOf(scenario, catalogue)) {
        const std::size_t place = run.result.points.size();
        PointResult made = measured.result.points.front();
        made.parameters = point.parameters;
        for (std::size_t i = 0; i < made.contenders.size(); ++i) {
            const std::size_t row = place / fast;
            const auto first = static_cast<double>(row);
            const auto second = static_cast<double>(place % fast);
            scale(made.contenders[i], std::pow(gainOf(i), first) * std::pow(gainOf(i + 2), second));
        }
        const bool lastButOne = place + 2 == pointCount(scenario);
        if (place == 3) befall(made.contenders.back(), TrialStatus::Failed);
        if (parameters == 2 && lastButOne) {
            for (auto& contender : made.contenders) befall(contender, TrialStatus::Failed);
        }
        compareAll(made, scenario);
        run.result.points.push_back(std::move(made));
        if (!measured.samples.empty()) run.samples.push_back(measured.samples.front());
    }
    return run;
}

} // namespace troika::ui
