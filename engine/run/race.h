// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/point_race.h"
#include "run/rescue_folder.h"
#include "run/shared_origin.h"
#include "run/teller.h"

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace troika {

/// What all races of a run share.
struct RaceTools {
    const RunOptions& options;
    Workspace& workspace;
    SharedOrigin& origin;
    RescueFolder& rescue;
    Teller& teller;
    const StopSignal& stop;
};

/// How one race differs from the other blocks of its run.
struct RaceOrder {
    std::uint32_t block = 0;
    bool moreToCome = false;                   ///< Then its sample logs have to outlive it.
    std::optional<std::int64_t> deadline = {}; ///< CLOCK_MONOTONIC ns: no further round.
};

/// Points that race at once: all their contenders' trials side by side, one working at a time,
/// slice by slice, in an order shuffled within each round over all of them. Used by one thread.
class Race {
public:
    /// `anchor`: one more contender that races with them, whose figures are nobody's point.
    Race(std::vector<PointRace> points, std::optional<PointRace> anchor, RaceTools tools,
         const RaceOrder& order);

    /// Trials started, all set up. A trial that fails here is out of the race.
    void setUp();
    void runPasses();
    /// A few extra launches of the contenders that are cheap to launch: what starting costs.
    void measureStartUps();
    void finish();

    /// The points as given, over.
    [[nodiscard]] std::vector<PointRace>& points() { return m_points; }
    [[nodiscard]] std::optional<PointRace>& anchor() { return m_anchor; }

private:
    struct Turn {
        PointRace* point;
        Entrant* entrant;
    };

    /// All points and the anchor.
    std::vector<PointRace*> everyone();
    [[nodiscard]] bool isAnchor(const PointRace& point) const;
    TrialRequest requestFor(const Scenario& scenario, const Contender& contender,
                            std::uint64_t slices);
    void start(PointRace& point, std::size_t contender);
    std::vector<Turn> shuffled(const std::vector<PointRace*>& points);
    void runRound(const std::vector<PointRace*>& points);
    void runTurn(const Turn& turn);
    /// True if it lives. Else whoever worked has failed, and the others go on with a new one.
    bool noteOrigin(const Turn& turn);
    void launchOnce(PointRace& point, Entrant& entrant);
    [[nodiscard]] bool outOfTime() const;

    std::vector<PointRace> m_points;
    std::optional<PointRace> m_anchor;
    RaceTools m_tools;
    RaceOrder m_order;
    std::optional<double> m_tickRate;
    bool m_needsDisk = false;
    std::uint64_t m_rounds = 0; ///< Begun, of any kind.
    /// Logs that go with their trials, and where they can be rescued from.
    std::vector<std::pair<std::filesystem::path, std::filesystem::path>> m_logs;
};

} // namespace troika
