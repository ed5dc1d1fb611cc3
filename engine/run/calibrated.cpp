// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/calibrated.h"

#include "workload/calibrate.h"

#include <fmt/format.h>

namespace troika {
namespace {

constexpr const char* durationSetting = "duration";
constexpr const char* amountSetting = "amount";

/// A step for every value of a sweep of its duration, so that all are measured with the same ruler.
struct Ruler {
    Sweep* sweep;
    std::size_t first; ///< Where its steps begin.
};

std::vector<Ruler> addSteps(Scenario& scenario, Workload& workload) {
    std::vector<Ruler> rulers;
    const std::size_t steps = scenario.workload.steps.size();
    for (Sweep& sweep : scenario.sweep) {
        for (std::size_t i = 0; i < steps; ++i) {
            if (sweep.path != fmt::format("workload.steps.{}.{}", i, durationSetting)) continue;
            if (scenario.workload.steps[i].kind != "compute" || !sweep.amounts.empty()) continue;
            rulers.push_back({&sweep, workload.steps.size()});
            for (const double seconds : valuesOf(sweep)) {
                workload.steps.push_back(scenario.workload.steps[i]);
                workload.steps.back().settings.erase(amountSetting);
                workload.steps.back().settings.set(durationSetting, seconds);
            }
        }
    }
    return rulers;
}

} // namespace

void calibrateScenario(Scenario& scenario) {
    const std::size_t own = scenario.workload.steps.size();
    Workload workload = scenario.workload;
    const std::vector<Ruler> rulers = addSteps(scenario, workload);
    calibrateWorkload(workload);
    for (const Ruler& ruler : rulers) {
        const std::size_t count = valuesOf(*ruler.sweep).size();
        for (std::size_t i = 0; i < count; ++i) {
            const Settings& settings = workload.steps[ruler.first + i].settings;
            ruler.sweep->amounts.push_back(settings.integer(amountSetting));
        }
    }
    workload.steps.resize(own);
    scenario.workload = std::move(workload);
}

} // namespace troika
