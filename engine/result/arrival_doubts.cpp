// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/arrival_doubts.h"

#include "result/figures.h"

#include <algorithm>
#include <optional>
#include <troika/stats/backlog.h>

namespace troika {
namespace {

std::int64_t middle(std::vector<std::int64_t> values) {
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    return *half;
}

/// The middle one of all counted slices, each number by itself.
std::optional<Backlog> usualBacklog(const TrialRecord& trial) {
    std::vector<std::int64_t> atHalf;
    std::vector<std::int64_t> atEnd;
    std::vector<std::int64_t> later;
    for (const SliceRecord& slice : trial.slices) {
        const auto one = counts(slice) ? backlog(slice.samples) : std::nullopt;
        if (!one) continue;
        atHalf.push_back(one->atHalf);
        atEnd.push_back(one->atEnd);
        later.push_back(one->cameAfterHalf);
    }
    if (atHalf.empty()) return std::nullopt;
    return Backlog{middle(atHalf), middle(atEnd), middle(later)};
}

void doubtOverload(const Scenario& scenario, const TrialRecord& trial, std::vector<Doubt>& doubts) {
    const auto usual = usualBacklog(trial);
    if (!usual || !usual->grows()) return;
    const Text title = scenario.titleOf(trial.label);
    doubts.push_back(
        {"overloaded",
         trial.label,
         bilingual("Tasks came faster than {} could do them: halfway through a slice {} of them "
                   "were due and not ended, and {} when the last one came.",
                   "Задачи поступали быстрее, чем их выполнял участник «{}»: в середине отрезка "
                   "незаконченных задач с наступившим сроком было {}, а к поступлению последней — "
                   "{}.",
                   title, usual->atHalf, usual->atEnd),
         {"Its latency tells how long the slice was rather than how fast it is: lower the rate, or "
          "let it do more at once.",
          "Задержка здесь говорит скорее о длине отрезка, чем о скорости участника: уменьшите "
          "частоту поступления или увеличьте число одновременных задач."}});
}

void doubtLog(const Scenario& scenario, const TrialRecord& trial, std::vector<Doubt>& doubts) {
    const std::uint64_t most = tasksPerSlice(scenario.workload);
    const auto full =
        std::count_if(trial.slices.begin(), trial.slices.end(), [most](const SliceRecord& slice) {
            return counts(slice) && slice.samples.size() >= most && most > 0;
        });
    if (full == 0) return;
    const Text title = scenario.titleOf(trial.label);
    doubts.push_back(
        {"log-full",
         trial.label,
         bilingual("A slice has room for {1} tasks, and {0} had done them before the time was over "
                   "(slices: {2}).",
                   "Отрезок вмещает задач: {1}; участник «{0}» выполнил их раньше, чем истекло "
                   "время (отрезков: {2}).",
                   title, most, full),
         {"These slices were over early, which makes no difference to a rate; for slices of equal "
          "length shorten the duration, or make tasks longer.",
          "Такие отрезки закончились раньше; на частоту это не влияет, а чтобы отрезки были равной "
          "длины, сократите длительность или увеличьте задачи."}});
}

} // namespace

std::vector<Doubt> arrivalDoubts(const Scenario& scenario, std::span<const TrialRecord> trials) {
    std::vector<Doubt> doubts;
    const Arrivals& arrivals = scenario.workload.arrivals;
    for (const TrialRecord& trial : trials) {
        if (arrivals.kind == "open") doubtOverload(scenario, trial, doubts);
        if (admissionOf(arrivals).count() > 0) doubtLog(scenario, trial, doubts);
    }
    return doubts;
}

} // namespace troika
