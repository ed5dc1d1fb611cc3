// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/blame.h"
#include "scenario/point_reader.h"
#include "workload/step_work.h"

#include <algorithm>
#include <cmath>
#include <thread>
#include <troika/backend/catalogue.h>
#include <troika/run/estimate.h>
#include <troika/scenario/amounts.h>
#include <troika/scenario/paths.h>

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
    // Nobody waits longer, whatever is drawn (a Pareto delay may have no mean).
    const double timeout = std::chrono::duration<double>(workload.timeout).count();
    sum.waitSeconds = std::min(sum.waitSeconds, timeout);
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

/// Of a scenario without a sweep.
double pointSeconds(const Scenario& scenario) {
    const StepEstimate task = taskEstimate(scenario.workload);
    const int passes = scenario.rounds + scenario.warmUpRounds;
    double seconds = 0;
    for (const Contender& contender : scenario.contenders) {
        seconds += passes * sliceSeconds(scenario, contender, task);
        seconds += (1 + extraLaunches) * (launchSeconds + task.waitSeconds + task.cpuSeconds);
    }
    return seconds;
}

/// Of all points together, from at most so many of them, spread evenly.
double sweepSeconds(const Scenario& scenario) {
    constexpr std::size_t mostLookedAt = 64;
    const PointReader reader(scenario, catalogue());
    const auto grid = gridOf(scenario.sweep);
    const std::size_t looked = std::min(mostLookedAt, grid.size());
    double seconds = 0;
    for (std::size_t i = 0; i < looked; ++i) {
        const std::size_t place = looked == 1 ? 0 : i * (grid.size() - 1) / (looked - 1);
        if (const auto point = reader.read(grid[place])) seconds += pointSeconds(point->scenario);
    }
    return seconds / static_cast<double>(looked) * static_cast<double>(grid.size());
}

Text longTime(double seconds) {
    const std::int64_t hours = std::llround(seconds / 3600);
    return counted(hours, {"hour", "hours", "час", "часа", "часов"});
}

} // namespace

std::chrono::duration<double> estimateRun(const Scenario& scenario) {
    return std::chrono::duration<double>(scenario.sweep.empty() ? pointSeconds(scenario)
                                                                : sweepSeconds(scenario));
}

Findings checkDuration(const Scenario& scenario, std::optional<std::chrono::nanoseconds> maxTime) {
    // A round that has begun is finished.
    const auto secondsOf = [maxTime](const Scenario& changed) {
        const double all = estimateRun(changed).count();
        if (!maxTime) return all;
        Scenario one = changed;
        one.rounds = 1;
        return std::max(estimateRun(one).count(),
                        std::min(all, std::chrono::duration<double>(*maxTime).count()));
    };
    const auto secondsWith = [&](int rounds) {
        Scenario changed = scenario;
        changed.rounds = rounds;
        return secondsOf(changed);
    };
    const double bounded = secondsOf(scenario);
    const double day = std::chrono::duration<double>(longestRun).count();
    if (bounded <= day) return {};
    int good = 0; // The greatest number of rounds that fits.
    for (int bad = scenario.rounds; bad - good > 1;) {
        const int middle = good + (bad - good) / 2;
        (secondsWith(middle) <= day ? good : bad) = middle;
    }
    const Text problem =
        bilingual("would take about {}, and a run may take 24 hours",
                  "заняло бы около {}, а можно не больше 24 часов", longTime(bounded));
    const Text fewer =
        scenario.sweep.empty()
            ? Text{"fewer tasks or contenders", "меньше задач или участников"}
            : Text{"fewer points, tasks or contenders", "меньше точек, задач или участников"};
    const std::string rounds = std::to_string(scenario.rounds);
    if (good > 0) {
        return {{"rounds", rounds, problem,
                 bilingual("at most {} here, or {}", "здесь не больше {} или {}", good, fewer)}};
    }
    Finding finding = blame(scenario, catalogue(), {}, secondsOf, day, problem);
    if (finding.field == arrivalsPath) finding = {"rounds", rounds, problem, fewer};
    return {std::move(finding)};
}

} // namespace troika
