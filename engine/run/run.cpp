// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stamp_clock.h"
#include "run/blocks.h"
#include "run/calibrated.h"
#include "run/conclude.h"
#include "run/race.h"

#include <troika/backend/catalogue.h>
#include <troika/run/machine.h>
#include <troika/run/run.h>

namespace troika {
namespace {

RunStatus statusOf(const std::vector<PointResult>& points, const StopSignal& stop) {
    if (stop.requested()) return RunStatus::Cancelled;
    for (const PointResult& point : points) {
        for (const ContenderResult& contender : point.contenders) {
            if (contender.status == TrialStatus::Failed) return RunStatus::Failed;
        }
    }
    return RunStatus::Finished;
}

std::vector<TrialRecord> takeRecords(PointRace& point) {
    std::vector<TrialRecord> records;
    for (Entrant& entrant : point.entrants()) records.push_back(entrant.takeRecord());
    return records;
}

/// Tasks a second of a contender; nothing where none was measured.
std::optional<double> throughputOf(const PointResult& point, const std::string& label) {
    const ContenderResult* contender = point.contender(label);
    return contender == nullptr ? std::nullopt : contender->throughput.median;
}

/// All points of a run, block by block.
class Blocks {
public:
    Blocks(StoredRun& stored, const std::vector<Point>& points, const RaceTools& tools)
        : m_stored(stored), m_points(points), m_tools(tools), m_begun(monotonicNow()) {}

    void run() {
        const std::vector<Block> blocks = planned();
        for (std::size_t i = 0; i < blocks.size(); ++i) runBlock(blocks, i);
        const auto doubt = doubtBlocks(m_points.front().scenario, m_anchors);
        if (doubt) m_stored.result.doubts.push_back(*doubt);
        m_stored.result.seconds = static_cast<double>(m_ended - m_begun) * 1e-9;
    }

private:
    [[nodiscard]] std::vector<Block> planned() const {
        if (m_points.size() == 1) return {{0}};
        const RunOptions& options = m_tools.options;
        return planBlocks(m_points, catalogue(),
                          options.limits ? *options.limits : readMachineLimits(options.diskBase));
    }

    /// The time is shared out, so that every point gets some.
    [[nodiscard]] std::optional<std::int64_t> deadline(std::size_t block, std::size_t of) const {
        if (!m_tools.options.maxTime) return std::nullopt;
        const auto all = static_cast<double>(m_tools.options.maxTime->count());
        const double part = static_cast<double>(block + 1) / static_cast<double>(of);
        return m_begun + static_cast<std::int64_t>(all * part);
    }

    [[nodiscard]] std::optional<PointRace> anchor(std::size_t block) const {
        const Scenario& first = m_points.front().scenario;
        const Contender* baseline = first.contender(first.baseline);
        if (block == 0 || baseline == nullptr) return std::nullopt;
        return PointRace(first, *baseline);
    }

    void runBlock(const std::vector<Block>& blocks, std::size_t which) {
        std::vector<PointRace> racing;
        for (const std::size_t point : blocks[which]) {
            racing.emplace_back(m_points[point].scenario, point, m_tools.options.live);
        }
        const bool isLast = which + 1 == blocks.size();
        if (isLast) m_tools.teller.lastBlock();
        Race race(std::move(racing), anchor(which), m_tools,
                  {.block = static_cast<std::uint32_t>(which),
                   .moreToCome = !isLast,
                   .deadline = deadline(which, blocks.size())});
        race.setUp();
        race.runPasses();
        race.measureStartUps();
        race.finish();
        m_ended = monotonicNow();
        conclude(race, blocks.size() > 1);
    }

    void conclude(Race& race, bool inBlocks) {
        std::optional<double> anchored;
        for (PointRace& point : race.points()) {
            troika::conclude(m_stored, m_points[point.point()], takeRecords(point), point.seen());
        }
        const Scenario& first = m_points.front().scenario;
        if (race.anchor()) {
            anchored = throughputOf(analyse(first, takeRecords(*race.anchor())), first.baseline);
        } else if (inBlocks) {
            anchored = throughputOf(m_stored.result.points.front(), first.baseline);
        }
        m_anchors.push_back(anchored);
    }

    StoredRun& m_stored;
    const std::vector<Point>& m_points;
    RaceTools m_tools;
    std::int64_t m_begun;
    std::int64_t m_ended = 0;
    std::vector<std::optional<double>> m_anchors; ///< Tasks a second, one a block.
};

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
    calibrateScenario(result.scenario);
    const std::vector<Point> points = pointsOf(result.scenario, catalogue());
    Workspace workspace(options.diskBase);
    RescueFolder rescue(options.rescue, result);

    SharedOrigin origin(result.scenario.workload, workspace);
    if (auto started = origin.start(); !started) return passOn(started);
    Teller teller(listener, points.size());
    Blocks(stored, points, {options, workspace, origin, rescue, teller, stop}).run();
    origin.end();
    result.status = statusOf(result.points, stop);
    return stored;
}

} // namespace troika
