// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/conclude.h"
#include "run/race.h"
#include "workload/calibrate.h"

#include <troika/run/machine.h>
#include <troika/run/run.h>

namespace troika {
namespace {

RunStatus statusOf(const PointResult& point, const StopSignal& stop) {
    if (stop.requested()) return RunStatus::Cancelled;
    for (const ContenderResult& contender : point.contenders) {
        if (contender.status == TrialStatus::Failed) return RunStatus::Failed;
    }
    return RunStatus::Finished;
}

} // namespace

Result<StoredRun> runScenario(const Scenario& scenario, const RunOptions& options,
                              const ProgressListener& listener, const std::stop_token& token) {
    const StopSignal stop(token);
    StoredRun stored;
    RunResult& result = stored.result;
    result.id = newResultId();
    result.troika = thisTroika();
    result.started = timeStampNow();
    result.environment = describeEnvironment();
    result.scenario = scenario;
    calibrateWorkload(result.scenario.workload);
    Workspace workspace(options.diskBase);
    RescueFolder rescue(options.rescue, result);

    const auto begun = std::chrono::steady_clock::now();
    Race race(result.scenario, options, workspace, rescue, listener, stop);
    if (auto ready = race.setUp(); !ready) return passOn(ready);
    race.runPasses();
    race.measureStartUps();
    race.finish();
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();

    conclude(stored, race.takeRecords(), race.observations());
    result.status = statusOf(result.points.back(), stop);
    return stored;
}

} // namespace troika
