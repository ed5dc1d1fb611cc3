// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/observations.h"

#include <troika/stats/median.h>

namespace troika {
namespace {

/// A single-threaded origin busier than this is likely to be what is measured.
constexpr double saturated = 0.8;

void doubtOrigin(const Observations& seen, std::vector<Doubt>& doubts) {
    for (const auto& [label, loads] : seen.originLoad) {
        const auto load = median(loads);
        if (!load || *load < saturated) continue;
        doubts.push_back(
            {"origin-saturated",
             label,
             bilingual("The origin used {:.0f} % of a core while {} worked.",
                       "Сервер загрузок занимал {:.0f} % ядра, пока работал {}.", *load * 100,
                       label),
             {"The server may be what is measured here: make downloads larger, or slower to "
              "answer.",
              "Возможно, измерен сам сервер: увеличьте размер загрузок или задержку ответа."}});
    }
}

void doubtBystanders(const Observations& seen, std::vector<Doubt>& doubts) {
    if (seen.disturbedSlices > 0) {
        doubts.push_back(
            {"noisy-machine",
             "",
             bilingual("Other programs disturbed {} slices (up to {:.0f} % of the machine); {} of "
                       "them had to be counted.",
                       "Другие программы мешали в отрезках: {} (до {:.0f} % машины); из них "
                       "пришлось учесть: {}.",
                       seen.disturbedSlices, seen.worstShare * 100, seen.keptDisturbed),
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

void doubtRounds(const Observations& seen, std::vector<Doubt>& doubts) {
    if (seen.stopped || seen.roundsRun >= seen.roundsWanted) return;
    doubts.push_back({"fewer-rounds",
                      "",
                      bilingual("{} of {} rounds were run.", "Проведено раундов: {} из {}.",
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
                           "Файлы читаются и пишутся через страничный кэш."},
                          {"This measures memory more than the disk; set cache to direct for the "
                           "disk itself.",
                           "Так измеряется скорее память, чем диск; для самого диска задайте "
                           "cache = direct."}});
        return;
    }
}

void doubtFailures(const PointResult& point, std::vector<Doubt>& doubts) {
    for (const ContenderResult& contender : point.contenders) {
        const TaskCounts& tasks = contender.tasks;
        if (tasks.failed == 0 && tasks.dropped == 0) continue;
        doubts.push_back({"failed-tasks",
                          contender.label,
                          bilingual("{}: {} tasks failed and {} were dropped, beside {} finished.",
                                    "{}: сбоев {}, потеряно {}, завершено {}.", contender.label,
                                    tasks.failed, tasks.dropped, tasks.finished),
                          {"Throughput counts finished tasks alone.",
                           "Пропускная способность учитывает только завершённые задачи."}});
    }
}

} // namespace

std::vector<Doubt> doubtsOf(const Observations& seen, const Scenario& scenario,
                            const PointResult& point) {
    std::vector<Doubt> doubts;
    doubtOrigin(seen, doubts);
    doubtBystanders(seen, doubts);
    doubtRounds(seen, doubts);
    doubtDisk(scenario, doubts);
    doubtFailures(point, doubts);
    return doubts;
}

} // namespace troika
