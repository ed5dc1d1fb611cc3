// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/disk_room.h"

#include "scenario/blame.h"
#include "scenario/fields.h"
#include "scenario/read_setting.h"
#include "scenario/wording.h"

#include <cmath>
#include <troika/scenario/amounts.h>

namespace troika {
namespace {

constexpr double margin = 1.1;

double fileSize(const Step& step) {
    const bool makesFile = step.settings.has(fileSizeSetting);
    return makesFile ? step.settings.number(fileSizeSetting) : 0;
}

DiskGrowth growthOf(const Step& step, const Catalogue& catalogue) {
    const Kind* kind = catalogue.step(step.kind);
    return kind != nullptr && kind->diskGrowth ? kind->diskGrowth(step.settings) : DiskGrowth{};
}

/// Of one slice: contenders take turns, and what grew is gone before the next one's.
double growthOf(const Scenario& scenario, const Catalogue& catalogue,
                std::uint64_t DiskGrowth::*amount) {
    double ofOneTask = 0;
    for (const Step& step : scenario.workload.steps) {
        ofOneTask += static_cast<double>(growthOf(step, catalogue).*amount);
    }
    return ofOneTask * static_cast<double>(tasksPerSlice(scenario.workload));
}

/// The step with the largest file; else the first that adds to the disk; the number of steps where
/// none does.
std::size_t largestStep(const std::vector<Step>& steps, const Catalogue& catalogue) {
    std::size_t largest = steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool isLarger =
            largest == steps.size() || fileSize(steps[i]) > fileSize(steps[largest]);
        if (fileSize(steps[i]) > 0 && isLarger) largest = i;
    }
    for (std::size_t i = 0; i < steps.size() && largest == steps.size(); ++i) {
        if (growthOf(steps[i], catalogue).bytes > 0) largest = i;
    }
    return largest;
}

Finding wrongDirectory(const std::string& field, const MachineLimits& limits, Text problem) {
    return {field,
            shownPlain(limits.diskDirectory),
            std::move(problem),
            {"another directory, with --disk-dir DIR", "другая папка: --disk-dir DIR"}};
}

void checkRoom(const Scenario& scenario, std::size_t largest, std::int64_t limit,
               Findings& findings) {
    double ofOneContender = 0;
    for (const Step& step : scenario.workload.steps) ofOneContender += fileSize(step);
    const auto contenders = static_cast<double>(scenario.contenders.size());
    const double needed = ofOneContender * contenders * margin;
    if (limit < 0 || needed <= static_cast<double>(limit)) return;
    const double size = fileSize(scenario.workload.steps[largest]);
    const double others = ofOneContender - size;
    const double most = std::floor(static_cast<double>(limit) / margin / contenders - others);
    const Text wanted = sizeText(needed);
    const Text free = sizeText(static_cast<double>(limit));
    const Text fits = sizeText(most);
    const Text allowed =
        most >= 1 ? bilingual("at most {} here, or another directory with --disk-dir DIR",
                              "здесь не больше {}, или другая папка: --disk-dir DIR", fits)
                  : Text{"another directory, with --disk-dir DIR", "другая папка: --disk-dir DIR"};
    findings.push_back({fieldOf(stepPath(largest), fileSizeSetting),
                        shown(Json(writeQuantity(size, Unit::Bytes))),
                        bilingual("the files of {} contenders would need {}, and {} is free",
                                  "файлам участников ({}) потребовалось бы {}, а свободно {}",
                                  scenario.contenders.size(), wanted, free),
                        allowed});
}

double filesOfAll(const Scenario& scenario) {
    double ofOneContender = 0;
    for (const Step& step : scenario.workload.steps) ofOneContender += fileSize(step);
    return ofOneContender * static_cast<double>(scenario.contenders.size());
}

/// What tasks add, with what lies there anyway; that alone is checkRoom()'s.
void checkGrowth(const Scenario& scenario, const Catalogue& catalogue, std::int64_t limit,
                 Findings& findings) {
    const auto needed = [&catalogue](const Scenario& changed) {
        return (filesOfAll(changed) + growthOf(changed, catalogue, &DiskGrowth::bytes)) * margin;
    };
    const auto most = static_cast<double>(limit);
    if (limit < 0 || filesOfAll(scenario) * margin > most || needed(scenario) <= most) return;
    const Text wanted = sizeText(needed(scenario));
    const Text free = sizeText(most);
    findings.push_back(
        blame(scenario, catalogue, {}, needed, most,
              bilingual("what the tasks of one slice put on the disk would need {}, and {} is free",
                        "тому, что задачи одного отрезка пишут на диск, потребовалось бы {}, а "
                        "свободно {}",
                        wanted, free)));
}

void checkFiles(const Scenario& scenario, const Catalogue& catalogue, std::int64_t limit,
                Findings& findings) {
    const auto needed = [&catalogue](const Scenario& changed) {
        return growthOf(changed, catalogue, &DiskGrowth::files);
    };
    if (limit < 0 || needed(scenario) <= static_cast<double>(limit)) return;
    findings.push_back(blame(
        scenario, catalogue, {}, needed, static_cast<double>(limit),
        bilingual("the tasks of one slice would make {0} files and directories, and the file "
                  "system has room for {1} more",
                  "задачи одного отрезка создали бы файлов и каталогов: {0}, а файловая система "
                  "вместит ещё {1}",
                  static_cast<std::int64_t>(needed(scenario)), limit)));
}

} // namespace

void checkDisk(const Scenario& scenario, const Catalogue& catalogue, const MachineLimits& limits,
               Findings& findings) {
    const std::size_t largest = largestStep(scenario.workload.steps, catalogue);
    if (largest == scenario.workload.steps.size()) return;
    const std::string directory = shownPlain(limits.diskDirectory);
    if (!limits.diskIsWritable) {
        findings.push_back(
            wrongDirectory(stepPath(largest), limits,
                           bilingual("cannot write in {}", "нельзя писать в {}", directory)));
    }
    if (limits.diskIsMemory) {
        findings.push_back(wrongDirectory(
            stepPath(largest), limits,
            bilingual("{} lies on a file system in memory: that would measure no disk",
                      "{} лежит на файловой системе в памяти: диск бы не измерялся", directory)));
    }
    checkRoom(scenario, largest, limits.diskBytes, findings);
    checkGrowth(scenario, catalogue, limits.diskBytes, findings);
    checkFiles(scenario, catalogue, limits.diskFiles, findings);
}

} // namespace troika
