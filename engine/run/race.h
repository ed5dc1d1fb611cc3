// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/entrant.h"
#include "run/observations.h"
#include "run/rescue_folder.h"
#include "trial/origin_process.h"

#include <optional>
#include <troika/run/run.h>
#include <vector>

namespace troika {

/// One point's race: all contenders' trials side by side, one working at a time, slice by slice, in
/// an order shuffled within each round. Used by one thread.
class Race {
public:
    Race(const Scenario& scenario, const RunOptions& options, Workspace& workspace,
         RescueFolder& rescue, const ProgressListener& listener, const StopSignal& stop);

    /// Origin and trials started, all set up. A trial that fails here is out of the race.
    Result<> setUp();
    void runPasses();
    /// A few extra launches of the contenders that are cheap to launch: what starting costs.
    void measureStartUps();
    void finish();

    [[nodiscard]] Observations& observations() { return m_seen; }
    std::vector<TrialRecord> takeRecords();

private:
    TrialRequest requestFor(const Scenario& scenario, const Contender& contender,
                            std::uint64_t slices);
    Result<> startOrigin(std::uint16_t port);
    Result<> warmOrigin();
    [[nodiscard]] std::int64_t originTime() const;
    [[nodiscard]] std::vector<std::size_t> shuffled(const Pass& pass) const;
    /// How many of its slices others disturbed.
    int runPass(const Pass& pass);
    void runOne(Entrant& entrant, const Pass& pass, int order);
    /// True if it lives. Else whoever worked has failed, and the others go on with a new one.
    bool noteOrigin(Entrant& entrant);
    void discountRound(const Pass& pass, const Text& why);
    void replaceRound(const Pass& pass, const Pass& repeat);
    void tellDiscounted(const Entrant& entrant, const Pass& pass);
    void launchOnce(Entrant& entrant);
    [[nodiscard]] bool mayRepeat() const;
    [[nodiscard]] bool outOfTime() const;
    [[nodiscard]] bool anybodyRacing() const;
    void tell(Progress::Phase phase, const Pass& pass, const std::string& label);

    const Scenario& m_scenario;
    const RunOptions& m_options;
    Workspace& m_workspace;
    RescueFolder& m_rescue;
    const ProgressListener& m_listener;
    const StopSignal& m_stop;
    std::optional<double> m_tickRate;
    bool m_needsOrigin = false;
    bool m_needsDisk = false;
    std::optional<OriginProcess> m_origin;
    std::uint16_t m_originPort = 0;
    std::vector<Entrant> m_entrants;
    Observations m_seen;
    std::int64_t m_begun = 0;
    std::uint64_t m_passesDone = 0;
    std::uint64_t m_passesWanted = 0;
    std::size_t m_slicesDone = 0;
};

} // namespace troika
