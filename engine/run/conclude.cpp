// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/conclude.h"

namespace troika {

void conclude(StoredRun& run, const Point& point, std::vector<TrialRecord> records,
              const Observations& seen) {
    PointResult result = analyse(point.scenario, records, point.parameters);
    for (Doubt& doubt : doubtsOf(seen, point.scenario, result)) {
        result.doubts.push_back(std::move(doubt));
    }
    run.result.points.push_back(std::move(result));
    run.samples.push_back(takeSamples(std::move(records)));
}

} // namespace troika
