// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/compare.h"
#include "result/equal_work.h"
#include "result/figures.h"

#include <troika/result/analyse.h>
#include <troika/stats/ratio.h>
#include <utility>

namespace troika {

namespace {

/// From so many tasks on, nearest rank has five above the 99th percentile.
constexpr std::uint64_t leastForP99 = 500;

std::vector<Doubt> doubtsOf(const Scenario& scenario, const PointResult& point) {
    std::vector<Doubt> doubts;
    if (scenario.rounds < static_cast<int>(leastRounds))
        doubts.push_back({"too-few-rounds", "",
                          bilingual("rounds: {}, and a verdict needs {} at least",
                                    "раундов: {}, а для вывода нужно не меньше {}", scenario.rounds,
                                    leastRounds),
                          bilingual("run it with more rounds", "увеличьте число раундов")});
    std::string few;
    for (const ContenderResult& one : point.contenders)
        if (one.tasks.finished > 0 && one.tasks.finished < leastForP99)
            few += fmt::format("{}{} ({})", few.empty() ? "" : ", ", one.label, one.tasks.finished);
    if (!few.empty())
        doubts.push_back(
            {"too-few-samples", "",
             bilingual("the 99th percentile needs {} finished tasks; fewer have: {}",
                       "для 99-го процентиля нужно {} завершённых задач; меньше у участников: {}",
                       leastForP99, few),
             bilingual("run it with more tasks or more rounds",
                       "увеличьте число задач или раундов")});
    return doubts;
}

} // namespace

PointResult analyse(const Scenario& scenario, std::span<const TrialRecord> trials,
                    Json parameters) {
    PointResult point;
    point.parameters = std::move(parameters);
    for (std::size_t i = 0; i < trials.size(); ++i) {
        ContenderResult contender = figuresOf(trials[i], scenario.workload);
        auto unequal = contender.status == TrialStatus::Failed
                           ? std::nullopt
                           : findUnequalWork(trials, i, scenario.baseline);
        if (unequal) {
            contender.status = TrialStatus::Failed;
            contender.reason = std::move(*unequal);
        }
        point.contenders.push_back(std::move(contender));
    }
    point.comparisons = compare(scenario, trials, point.contenders);
    point.doubts = doubtsOf(scenario, point);
    return point;
}

PointSamples takeSamples(std::vector<TrialRecord>&& trials) {
    PointSamples point;
    for (TrialRecord& trial : trials) {
        ContenderSamples contender{std::move(trial.label), {}};
        for (SliceRecord& slice : trial.slices)
            contender.slices.push_back({slice.round, slice.attempt, slice.warmUp, slice.counted,
                                        slice.begin, std::move(slice.samples)});
        point.contenders.push_back(std::move(contender));
    }
    return point;
}

} // namespace troika
