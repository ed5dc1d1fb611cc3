// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/json.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace troika {

/// One combination of the swept parameters.
struct Point {
    Json parameters = Json::object(); ///< Swept paths and values as a scenario writes them.
    Scenario scenario;                ///< With these values, and without a sweep.

    bool operator==(const Point&) const = default;
};

/// How many points a scenario has: 1 without a sweep.
[[nodiscard]] std::uint64_t pointCount(const Scenario& scenario);
/// How many trials: one a contender and point.
[[nodiscard]] std::uint64_t trialCount(const Scenario& scenario);

/// All points of a valid scenario, the last sweep's values changing fastest; the scenario itself
/// where it has no sweep. Pure.
[[nodiscard]] std::vector<Point> pointsOf(const Scenario& scenario, const Catalogue& catalogue);
/// The first of them, made alone.
[[nodiscard]] Scenario firstPointOf(const Scenario& scenario, const Catalogue& catalogue);

/// A number of a scenario that can be swept, for forms and for what is allowed.
struct SweepField {
    std::string path; ///< "backends[large].workers", "workload.steps.0.delay.mean"
    Text owner;       ///< Whose it is: "large pool", "Download"; empty for the scenario's own.
    Text title;       ///< "Workers"
    SettingType type = SettingType::Number; ///< Integer, Number or Quantity.
    Unit unit = Unit::None;
    double low = 0; ///< Least and greatest value allowed.
    double high = 0;
    std::optional<double> now; ///< What the scenario says; nothing where it says nothing.
};

/// Every numeric field of a scenario: of its steps, arrivals and contenders, then its own. A number
/// may have further paths ("backends[*].workers", a numbered "backends.0.workers").
[[nodiscard]] std::vector<SweepField> sweepFields(const Scenario& scenario,
                                                  const Catalogue& catalogue);

} // namespace troika
