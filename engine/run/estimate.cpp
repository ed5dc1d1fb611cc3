// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/step_work.h"

#include <algorithm>
#include <thread>
#include <troika/backend/catalogue.h>
#include <troika/run/estimate.h>

namespace troika {
namespace {

/// Around a slice: barriers, lead-in, settling, and the other contenders' turn.
constexpr double slicesOverhead = 0.003;
/// A launch with its single task, where starting is measured.
constexpr double launchSeconds = 0.04;
constexpr int extraLaunches = 3;

StepEstimate taskEstimate(const Workload& workload) {
    StepEstimate sum;
    for (const Step& step : workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        if (kind == nullptr || kind->estimate == nullptr) continue;
        const StepEstimate one = kind->estimate(step.settings);
        sum.waitSeconds += one.waitSeconds;
        sum.cpuSeconds += one.cpuSeconds;
    }
    return sum;
}

/// Who waits needs a lane, who computes needs a core as well: the scarcer decides.
double sliceSeconds(const Scenario& scenario, const Contender& contender,
                    const StepEstimate& task) {
    const Demand demand = catalogue().demandOf(scenario, contender);
    const auto tasks = static_cast<double>(tasksPerSlice(scenario.workload));
    const auto cores = static_cast<std::int64_t>(std::max(std::thread::hardware_concurrency(), 1U));
    const auto lanes = static_cast<double>(std::max<std::int64_t>(demand.lanes, 1));
    const auto hands = static_cast<double>(std::clamp<std::int64_t>(demand.threads, 1, cores));
    const double waiting = tasks * (task.waitSeconds + task.cpuSeconds) / lanes;
    const double computing = tasks * task.cpuSeconds / std::min(hands, lanes);
    const double longest = tasks > 0 ? task.waitSeconds + task.cpuSeconds : 0;
    return std::max({waiting, computing, longest}) + slicesOverhead;
}

} // namespace

std::chrono::duration<double> estimateRun(const Scenario& scenario) {
    const StepEstimate task = taskEstimate(scenario.workload);
    const int passes = scenario.rounds + scenario.warmUpRounds;
    double seconds = 0;
    for (const Contender& contender : scenario.contenders) {
        seconds += passes * sliceSeconds(scenario, contender, task);
        seconds += (1 + extraLaunches) * (launchSeconds + task.waitSeconds + task.cpuSeconds);
    }
    return std::chrono::duration<double>(seconds);
}

} // namespace troika
