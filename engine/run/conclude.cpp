// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/conclude.h"

namespace troika {

void conclude(StoredRun& run, std::vector<TrialRecord> records, const Observations& seen) {
    const Scenario& scenario = run.result.scenario;
    PointResult point = analyse(scenario, records);
    for (Doubt& doubt : doubtsOf(seen, scenario, point)) point.doubts.push_back(std::move(doubt));
    run.result.points.push_back(std::move(point));
    run.samples.push_back(takeSamples(std::move(records)));
}

} // namespace troika
