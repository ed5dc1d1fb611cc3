// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/rescued_trials.h"

#include "run/admission.h"
#include "run/reasons.h"
#include "run/rescue_folder.h"

#include <algorithm>
#include <optional>
#include <troika/sample/sample_log.h>
#include <troika/scenario/amounts.h>

namespace troika {
namespace {

using Logs = std::vector<std::optional<SampleLog>>;

constexpr std::uint64_t running = 2;
constexpr std::uint64_t done = 3;

std::optional<SampleLog> openLog(const std::filesystem::path& file, const Scenario& scenario) {
    auto log = SampleLog::open(file);
    if (!log || log->slices() != static_cast<std::uint64_t>(slicesPerTrial(scenario)) ||
        log->slotsPerSlice() != tasksPerSlice(scenario.workload)) {
        return std::nullopt;
    }
    return std::optional(std::move(*log));
}

std::uint64_t stateOf(const std::optional<SampleLog>& log, const Pass& pass) {
    return log && pass.slice < log->slices() ? log->mark(pass.slice).state : 0;
}

/// Whether everybody whose log was saved had done it.
bool isWhole(const Logs& logs, const Pass& pass) {
    return std::all_of(logs.begin(), logs.end(), [&](const std::optional<SampleLog>& log) {
        return !log || stateOf(log, pass) == done;
    });
}

/// Its place among the slices of a pass.
int orderOf(const Logs& logs, const Pass& pass, std::int64_t begin) {
    return static_cast<int>(std::count_if(logs.begin(), logs.end(), [&](const auto& log) {
        return stateOf(log, pass) >= running && log->mark(pass.slice).begin < begin;
    }));
}

SliceRecord sliceOf(const Logs& logs, const SampleLog& log, const Pass& pass,
                    const Arrivals& arrivals) {
    const SliceMark& mark = log.mark(pass.slice);
    SliceRecord slice;
    slice.round = pass.round;
    slice.attempt = pass.attempt;
    slice.order = orderOf(logs, pass, mark.begin);
    slice.warmUp = pass.warmUp;
    slice.begin = mark.begin;
    slice.end = mark.end;
    slice.admission = admissionIn(log, pass, arrivals);
    slice.counted = !pass.warmUp && mark.state == done;
    if (mark.state != done) slice.whyNot = killed().text;
    slice.samples = log.samples(pass.slice);
    return slice;
}

void discount(SliceRecord& slice, const Text& why) {
    slice.counted = false;
    slice.whyNot = why;
}

/// Of a contender's slices of a round and its repeat, one counts: the repeat once it is over for
/// all, for half a repeat replaces nothing.
void chooseAttempts(std::vector<SliceRecord>& slices, bool lastIsWhole, const Pass& last) {
    for (std::size_t i = 1; i < slices.size(); ++i) {
        SliceRecord& before = slices[i - 1];
        SliceRecord& repeat = slices[i];
        if (repeat.attempt == 0 || !repeat.counted) continue;
        const bool isLast = repeat.round == last.round && repeat.attempt == last.attempt;
        if (isLast && !lastIsWhole) {
            discount(repeat, killed().text);
        } else if (before.counted && before.round == repeat.round) {
            discount(before, disturbed());
        }
    }
}

} // namespace

std::vector<TrialRecord> rescueTrials(const std::filesystem::path& folder, const Scenario& scenario,
                                      std::size_t point) {
    const std::vector<Pass> passes = readPasses(folder, point);
    const std::size_t first = point * scenario.contenders.size();
    Logs logs;
    for (std::size_t i = 0; i < scenario.contenders.size(); ++i) {
        logs.push_back(openLog(logFileIn(folder, first + i), scenario));
    }
    std::vector<TrialRecord> records;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        TrialRecord& record = records.emplace_back();
        record.label = scenario.contenders[i].label;
        record.backend = scenario.contenders[i].backend;
        record.status = TrialStatus::Cancelled;
        record.reason = killed();
        for (const Pass& pass : passes) {
            if (stateOf(logs[i], pass) < running) continue;
            record.slices.push_back(sliceOf(logs, *logs[i], pass, scenario.workload.arrivals));
        }
        if (passes.empty()) continue;
        chooseAttempts(record.slices, isWhole(logs, passes.back()), passes.back());
    }
    return records;
}

} // namespace troika
