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

double seconds(std::chrono::nanoseconds duration) {
    return std::chrono::duration<double>(duration).count();
}

/// How many tasks a slice will have, and how long they take to come, whoever does them.
struct Coming {
    double tasks = 0;
    double seconds = 0;
    double atOnce = 0; ///< In work at the most.
};

Coming comingOf(const Arrivals& arrivals, double taskSeconds) {
    const Settings& settings = arrivals.settings;
    const double admission = seconds(admissionOf(arrivals));
    const auto most = static_cast<double>(mostTasks(arrivals));
    if (arrivals.kind == "open") {
        const double rate = settings.number(rateSetting);
        const double tasks = admission > 0 ? rate * admission : most;
        return {tasks, tasks / rate, tasks};
    }
    if (arrivals.kind != "closed") return {most, 0, most};
    const auto users = static_cast<double>(settings.integer("in_flight"));
    const double turn = seconds(settings.duration("think")) + taskSeconds;
    if (admission == 0) return {most, most * turn / users, users};
    return {turn > 0 ? users * admission / turn : 0, admission, users};
}

/// Who waits needs a lane, who computes needs a core as well: the scarcer decides, or how the tasks
/// come.
double sliceSeconds(const Scenario& scenario, const Contender& contender,
                    const StepEstimate& task) {
    const Demand demand = catalogue().demandOf(scenario, contender);
    const double longest = task.waitSeconds + task.cpuSeconds;
    const Coming coming = comingOf(scenario.workload.arrivals, longest);
    const auto cores = static_cast<std::int64_t>(std::max(std::thread::hardware_concurrency(), 1U));
    const auto most = static_cast<double>(std::max<std::int64_t>(demand.lanes, 1));
    const double lanes = std::clamp(coming.atOnce, 1.0, most);
    const auto hands = static_cast<double>(std::clamp<std::int64_t>(demand.threads, 1, cores));
    const double waiting = coming.tasks * longest / lanes;
    const double computing = coming.tasks * task.cpuSeconds / std::min(hands, lanes);
    const double last = coming.tasks > 0 ? longest : 0;
    return std::max({waiting, computing, last, coming.seconds}) + slicesOverhead;
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
