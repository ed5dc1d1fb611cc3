// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/arrival_doubts.h"
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

void doubtRounds(const Scenario& scenario, std::vector<Doubt>& doubts) {
    if (scenario.rounds >= static_cast<int>(leastRounds)) return;
    doubts.push_back({"too-few-rounds",
                      "",
                      bilingual("A verdict needs at least {1} rounds, and this scenario has {0}.",
                                "Раундов всего {0}, а для вывода нужно не меньше {1}.",
                                scenario.rounds, leastRounds),
                      {"Run it with more rounds.", "Увеличьте число раундов."}});
}

void doubtSamples(const Scenario& scenario, const PointResult& point, std::vector<Doubt>& doubts) {
    Text few;
    for (const ContenderResult& one : point.contenders) {
        if (one.tasks.finished == 0 || one.tasks.finished >= leastForP99) continue;
        const Text title = scenario.titleOf(one.label);
        const char* const comma = few.empty() ? "" : ", ";
        few.en += fmt::format("{}{} ({})", comma, title.en, one.tasks.finished);
        few.ru += fmt::format("{}{} ({})", comma, title.ru, one.tasks.finished);
    }
    if (few.empty()) return;
    doubts.push_back(
        {"too-few-samples",
         "",
         bilingual("The 99th percentile needs {} finished tasks, and these have "
                   "fewer: {}.",
                   "Для 99-го процентиля нужно {} завершённых задач, а у этих "
                   "участников меньше: {}.",
                   leastForP99, few),
         {"Run it with more tasks or more rounds.", "Увеличьте число задач или раундов."}});
}

std::vector<Doubt> doubtsOf(const Scenario& scenario, const PointResult& point) {
    std::vector<Doubt> doubts;
    doubtRounds(scenario, doubts);
    doubtSamples(scenario, point, doubts);
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
                           : findUnequalWork(trials, i, scenario);
        if (unequal) {
            contender.status = TrialStatus::Failed;
            contender.reason = std::move(*unequal);
        }
        point.contenders.push_back(std::move(contender));
    }
    point.comparisons = compare(scenario, trials, point.contenders);
    point.doubts = doubtsOf(scenario, point);
    for (Doubt& doubt : arrivalDoubts(scenario, trials)) point.doubts.push_back(std::move(doubt));
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
