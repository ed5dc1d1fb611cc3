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
             bilingual("The origin used {:.0f} % of a core while {} worked.",
                       "Сервер загрузок занимал {:.0f} % ядра, пока работал участник «{}».",
                       *load * 100, title),
             {"The server may be what is measured here: make downloads larger, or slower to "
              "answer.",
              "Возможно, измерен сам сервер: увеличьте размер загрузок или задержку ответа."}});
    }
}

void doubtBystanders(const Observations& seen, std::vector<Doubt>& doubts) {
    const bool isLoud = seen.ofShortSlices.spoils();
    Text evidence;
    if (seen.disturbedSlices > 0) {
        evidence = bilingual(
            "Other programs used up to {:.0f} % of the machine in {}; {} of these had to be "
            "counted.{}",
            "Другие программы занимали до {:.0f} % машины в {}; из них всё же учтено: {}.{}",
            seen.worstShare * 100,
            counted(seen.disturbedSlices, {"slice", "slices", "отрезке", "отрезках", "отрезках"}),
            seen.keptDisturbed, isLoud ? " " : "");
    }
    if (isLoud) {
        evidence = bilingual(
            "{}Other programs used {:.0f} % of the machine during slices that are too short to "
            "tell which of them that spoilt, so all of them were counted.",
            "{}Другие программы занимали {:.0f} % машины во время отрезков, слишком коротких, "
            "чтобы понять, какие из них испорчены; учтены все.",
            evidence, seen.ofShortSlices.share() * 100);
    }
    if (!evidence.empty()) {
        doubts.push_back(
            {"noisy-machine",
             "",
             evidence,
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
             bilingual("Of the tasks of {}, {} failed unexpectedly, {} got lost and "
                       "{} finished.",
                       "Задачи участника «{}»: неожиданных сбоев — {}, потеряно — "
                       "{}, завершено — {}.",
                       title, tasks.failed - tasks.refused, tasks.dropped, tasks.finished),
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
