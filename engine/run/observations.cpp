// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/observations.h"

#include <algorithm>
#include <troika/scenario/amounts.h>
#include <troika/stats/median.h>

namespace troika {
namespace {

/// A single-threaded origin busier than this is likely to be what is measured.
constexpr double saturated = 0.8;

void doubtOrigin(const Observations& seen, const Scenario& scenario, std::vector<Doubt>& doubts) {
    for (const auto& [label, loads] : seen.originLoad) {
        const auto load = median(loads);
        if (!load || *load < saturated) continue;
        const Text title = scenario.titleOf(label);
        doubts.push_back(
            {"origin-saturated",
             label,
             bilingual("The origin used {0:.0f} % of a core while {1} worked.",
                       "Сервер загрузок занимал {0:.0f} % ядра, пока работал участник «{2}».",
                       *load * 100, title.en, title.ru),
             {"The server may be what is measured here: make downloads larger, or slower to "
              "answer.",
              "Возможно, измерен сам сервер: увеличьте размер загрузок или задержку ответа."}});
    }
}

void doubtBystanders(const Observations& seen, std::vector<Doubt>& doubts) {
    if (seen.disturbedSlices > 0) {
        const Text slices =
            counted(seen.disturbedSlices, {"slice", "slices", "отрезке", "отрезках", "отрезках"});
        doubts.push_back(
            {"noisy-machine",
             "",
             bilingual(
                 "Other programs used up to {0:.0f} % of the machine in {1}; {2} of these had "
                 "to be counted.",
                 "Другие программы занимали до {0:.0f} % машины в {3}; из них всё же учтено: "
                 "{2}.",
                 seen.worstShare * 100, slices.en, seen.keptDisturbed, slices.ru),
             {"Close other programs and run again.", "Закройте другие программы и повторите."}});
    }
    if (!seen.otherRuns.empty()) {
        doubts.push_back({"another-troika",
                          "",
                          bilingual("Another Troika was racing on this machine (process {}).",
                                    "На этой машине одновременно шло другое состязание Troika "
                                    "(процесс {}).",
                                    *seen.otherRuns.begin()),
                          {"Run one at a time.", "Запускайте по одному."}});
    }
}

/// Where nobody was left to run them, the reasons of the contenders say it all.
bool nobodyLeft(const PointResult& point) {
    return !point.contenders.empty() &&
           std::ranges::all_of(point.contenders, [](const ContenderResult& one) {
               return one.status == TrialStatus::Failed || one.status == TrialStatus::Unavailable;
           });
}

void doubtRounds(const Observations& seen, const PointResult& point, std::vector<Doubt>& doubts) {
    if (seen.stopped || seen.roundsRun >= seen.roundsWanted || nobodyLeft(point)) return;
    doubts.push_back({"fewer-rounds",
                      "",
                      bilingual("Rounds run: {} of {}.", "Проведено раундов: {} из {}.",
                                seen.roundsRun, seen.roundsWanted),
                      {"Intervals are wider than they would be; give it more time.",
                       "Интервалы шире, чем могли бы быть; дайте больше времени."}});
}

void doubtDisk(const Scenario& scenario, std::vector<Doubt>& doubts) {
    for (const Step& step : scenario.workload.steps) {
        const bool buffered = step.settings.has("cache") &&
                              step.settings.choice("cache") == "buffered" &&
                              step.settings.choice("sync") == "none";
        if (!buffered) continue;
        doubts.push_back({"page-cache",
                          "",
                          {"Files are read and written through the page cache.",
                           "Файлы читаются и пишутся через страничный кеш."},
                          {"This measures memory more than the disk; set cache to direct for the "
                           "disk itself.",
                           "Так измеряется скорее память, чем диск; для самого диска задайте "
                           "cache = direct."}});
        return;
    }
}

/// Failures that the scenario asks for are the work itself.
void doubtFailures(const Scenario& scenario, const PointResult& point, std::vector<Doubt>& doubts) {
    for (const ContenderResult& contender : point.contenders) {
        const TaskCounts& tasks = contender.tasks;
        if (tasks.unasked() == 0) continue;
        const Text title = scenario.titleOf(contender.label);
        doubts.push_back(
            {"failed-tasks",
             contender.label,
             bilingual("Of the tasks of {0}, {2} failed unexpectedly, {3} got lost and "
                       "{4} finished.",
                       "Задачи участника «{1}»: неожиданных сбоев — {2}, потеряно — "
                       "{3}, завершено — {4}.",
                       title.en, title.ru, tasks.failed - tasks.refused, tasks.dropped,
                       tasks.finished),
             {"Throughput counts finished tasks alone.",
              "Пропускная способность учитывает только завершённые задачи."}});
    }
}

} // namespace

std::vector<Doubt> doubtsOf(const Observations& seen, const Scenario& scenario,
                            const PointResult& point) {
    std::vector<Doubt> doubts;
    doubtOrigin(seen, scenario, doubts);
    doubtBystanders(seen, doubts);
    doubtRounds(seen, point, doubts);
    doubtDisk(scenario, doubts);
    doubtFailures(scenario, point, doubts);
    return doubts;
}

} // namespace troika
