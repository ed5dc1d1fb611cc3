// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <troika/backend/catalogue.h>
#include <troika/scenario/json.h>

namespace troika::testing {

/// A scenario with these steps, raced by one contender of each of these backends.
inline Scenario exampleOf(Json steps, Json arrivals, Json backends) {
    const Json document{
        {"schema", "troika-scenario/1"},
        {"name", "example"},
        {"workload", {{"steps", std::move(steps)}, {"arrivals", std::move(arrivals)}}},
        {"backends", std::move(backends)},
        {"rounds", 10},
    };
    const auto scenario = readScenario(document, catalogue());
    if (!scenario) throw std::runtime_error(scenario.error().front().field);
    return *scenario;
}

inline Scenario exampleOf(Json steps, int tasks, Json backends) {
    return exampleOf(std::move(steps), {{"kind", "batch"}, {"tasks", tasks}}, std::move(backends));
}

} // namespace troika::testing
