// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/calibrated.h"

#include "workload/calibrate.h"

#include <algorithm>
#include <fmt/format.h>

namespace troika {
namespace {

constexpr const char* durationSetting = "duration";
constexpr const char* amountSetting = "amount";

std::string pathOf(std::size_t step, const char* setting) {
    return fmt::format("workload.steps.{}.{}", step, setting);
}

/// A step for every value of a sweep of its duration, so that all are measured with the same ruler.
struct Ruler {
    Sweep* sweep;
    std::string path;  ///< Of the amount.
    std::size_t first; ///< Where its steps begin.
};

std::vector<Ruler> addSteps(Scenario& scenario, Workload& workload) {
    std::vector<Ruler> rulers;
    const std::size_t steps = scenario.workload.steps.size();
    for (Sweep& sweep : scenario.sweep) {
        for (std::size_t i = 0; i < steps; ++i) {
            if (sweep.path != pathOf(i, durationSetting)) continue;
            if (scenario.workload.steps[i].kind != "compute") continue;
            rulers.push_back({&sweep, pathOf(i, amountSetting), workload.steps.size()});
            for (const double seconds : valuesOf(sweep)) {
                workload.steps.push_back(scenario.workload.steps[i]);
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
        Sweep amounts;
        amounts.path = ruler.path;
        const std::size_t count = valuesOf(*ruler.sweep).size();
        for (std::size_t i = 0; i < count; ++i) {
            const Settings& settings = workload.steps[ruler.first + i].settings;
            auto amount = static_cast<double>(settings.integer(amountSetting));
            // A list gives each value once: durations too short to differ get neighbours.
            const auto taken = [&amounts](double value) {
                return std::find(amounts.values.begin(), amounts.values.end(), value) !=
                       amounts.values.end();
            };
            while (taken(amount)) ++amount;
            amounts.values.push_back(amount);
        }
        *ruler.sweep = std::move(amounts);
    }
    workload.steps.resize(own);
    scenario.workload = std::move(workload);
}

} // namespace troika
