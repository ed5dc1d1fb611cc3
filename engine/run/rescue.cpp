// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/living_folder.h"
#include "run/conclude.h"
#include "run/rescue_folder.h"
#include "run/rescued_trials.h"

#include <algorithm>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>
#include <troika/run/rescue.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

/// Whether a name is a run's id, as newResultId makes them: nothing else is taken for ours.
bool isRunId(const std::string& name) {
    constexpr std::size_t digits = 32;
    return name.size() == digits && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// From the first begin to the last end.
double secondsOf(const std::vector<std::vector<TrialRecord>>& points) {
    std::int64_t first = 0;
    std::int64_t last = 0;
    const auto take = [&](const SliceRecord& slice) {
        if (first == 0 || slice.begin < first) first = slice.begin;
        last = std::max(last, slice.end);
        for (const Sample& sample : slice.samples) last = std::max(last, sample.end);
    };
    for (const std::vector<TrialRecord>& records : points) {
        for (const TrialRecord& record : records) {
            for (const SliceRecord& slice : record.slices) take(slice);
        }
    }
    return static_cast<double>(std::max<std::int64_t>(last - first, 0)) * 1e-9;
}

bool measuredAny(const std::vector<TrialRecord>& records) {
    return std::any_of(records.begin(), records.end(),
                       [](const TrialRecord& record) { return !record.slices.empty(); });
}

Doubt halfKnown() {
    return {
        "killed",
        "",
        {"Troika was killed during the race; processor time, memory and start-up are not known.",
         "Программа Troika была принудительно завершена во время состязания; процессорное "
         "время, память и время запуска неизвестны."},
        {"Run it again.", "Запустите ещё раз."}};
}

} // namespace

std::vector<fs::path> rescuable(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (!isRunId(entry.path().filename()) || entry.is_symlink(ignored)) continue;
        if (entry.is_directory(ignored) && !isLiving(entry.path())) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<StoredRun> rescue(const fs::path& subFolder) {
    auto run = readResult(runFileIn(subFolder), catalogue());
    if (!run) return run;
    const std::vector<Point> points = pointsOf(run->result.scenario, catalogue());
    std::vector<std::vector<TrialRecord>> records;
    for (std::size_t i = 0; i < points.size(); ++i) {
        records.push_back(rescueTrials(subFolder, points[i].scenario, i));
    }
    if (!std::any_of(records.begin(), records.end(), measuredAny)) {
        return failure("nothing-to-rescue",
                       bilingual("There are no samples in {}.", "В папке {} нет замеров.",
                                 subFolder.string()));
    }
    run->result.status = RunStatus::Cancelled;
    run->result.seconds = secondsOf(records);
    run->result.points.clear();
    Observations seen;
    seen.stopped = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
        conclude(*run, points[i], std::move(records[i]), seen);
    }
    auto& doubts = points.size() == 1 ? run->result.points.back().doubts : run->result.doubts;
    doubts.push_back(halfKnown());
    return run;
}

void removeRescued(const fs::path& subFolder) { removeIfDead(subFolder); }

} // namespace troika
