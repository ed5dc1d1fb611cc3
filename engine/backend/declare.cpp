// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/declare.h"

#include "workload/step_work.h"

#include <algorithm>
#include <troika/scenario/scenario.h>

namespace troika {

Setting integerSetting(std::string name, Text title, Text explanation, std::int64_t byDefault,
                       std::int64_t low, std::int64_t high) {
    Setting setting;
    setting.name = std::move(name);
    setting.type = SettingType::Integer;
    setting.title = std::move(title);
    setting.explanation = std::move(explanation);
    setting.byDefault = byDefault;
    setting.low = static_cast<double>(low);
    setting.high = static_cast<double>(high);
    return setting;
}

Setting choiceSetting(std::string name, Text title, Text explanation, std::string byDefault,
                      std::vector<Choice> choices) {
    Setting setting;
    setting.name = std::move(name);
    setting.type = SettingType::Choice;
    setting.title = std::move(title);
    setting.explanation = std::move(explanation);
    setting.byDefault = std::move(byDefault);
    setting.choices = std::move(choices);
    return setting;
}

Demand demandOfThreads(const Scenario& scenario, std::int64_t threads) {
    Demand demand;
    demand.threads = threads + 1;
    demand.lanes = threads;
    demand.connections = connectionsOf(scenario, threads);
    demand.descriptorsOfRunner +=
        threads * static_cast<std::int64_t>(scenario.workload.steps.size());
    return demand;
}

std::int64_t connectionsOf(const Scenario& scenario, std::int64_t lanes) {
    std::int64_t connections = 0;
    for (const Step& step : scenario.workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        if (kind != nullptr && kind->needsOrigin) connections += lanes;
    }
    return connections;
}

std::int64_t connectionsOfLoops(const Scenario& scenario, std::int64_t loops, std::int64_t atOnce) {
    std::int64_t connections = 0;
    for (const Step& step : scenario.workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        if (kind == nullptr || !kind->needsOrigin) continue;
        const auto shared = kind->sharedConnections;
        const std::int64_t most = shared != nullptr ? shared(step.settings) : 0;
        connections += most > 0 ? std::min(most * loops, atOnce) : atOnce;
    }
    return connections;
}

} // namespace troika
