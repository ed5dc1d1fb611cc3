// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/race.h"

#include "workload/calibrate.h"

#include <troika/run/machine.h>
#include <troika/run/run.h>

namespace troika {
namespace {

RunStatus statusOf(const std::vector<TrialRecord>& records, const StopSignal& stop) {
    if (stop.requested()) return RunStatus::Cancelled;
    for (const TrialRecord& record : records) {
        if (record.status == TrialStatus::Failed) return RunStatus::Failed;
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

    const auto begun = std::chrono::steady_clock::now();
    Race race(result.scenario, options, workspace, listener, stop);
    if (auto ready = race.setUp(); !ready) return passOn(ready);
    race.runPasses();
    race.measureStartUps();
    race.finish();
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();

    std::vector<TrialRecord> records = race.takeRecords();
    PointResult point = analyse(result.scenario, records);
    for (Doubt& doubt : doubtsOf(race.observations(), result.scenario, point)) {
        point.doubts.push_back(std::move(doubt));
    }
    result.status = statusOf(records, stop);
    for (const ContenderResult& contender : point.contenders) {
        const bool failed = contender.status == TrialStatus::Failed;
        if (failed && result.status == RunStatus::Finished) result.status = RunStatus::Failed;
    }
    result.points.push_back(std::move(point));
    stored.samples.push_back(takeSamples(std::move(records)));
    return stored;
}

} // namespace troika
