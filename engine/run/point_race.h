// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/entrant.h"
#include "run/observations.h"
#include "run/pass.h"

#include <optional>
#include <troika/run/live.h>
#include <vector>

namespace troika {

/// One point of a race: its contenders, and which pass over the arrivals they are at. The next pass
/// begins only when this one is over for all of them. Used by one thread.
class PointRace {
public:
    /// `scenario` without a sweep, outliving this; `point`: its number, for who watches through
    /// `live`, which may be null.
    PointRace(const Scenario& scenario, std::size_t point, LiveRun* live);
    /// Of one contender alone.
    PointRace(const Scenario& scenario, const Contender& only);

    [[nodiscard]] const Scenario& scenario() const { return *m_scenario; }
    [[nodiscard]] std::size_t point() const { return m_point; }
    [[nodiscard]] LiveRun* live() const { return m_live; }
    [[nodiscard]] std::vector<Entrant>& entrants() { return m_entrants; }
    [[nodiscard]] Observations& seen() { return m_seen; }
    [[nodiscard]] bool anybodyRacing() const;

    /// No pass is to come.
    [[nodiscard]] bool over() const { return m_over || !anybodyRacing(); }
    /// The one to run, or that runs.
    [[nodiscard]] const Pass& pass() const { return m_pass; }
    /// How many rounds like this one there are.
    [[nodiscard]] int roundsLikeThis() const;
    /// Of one contender, repeats included.
    [[nodiscard]] std::uint64_t passesWanted() const { return m_passesWanted; }

    void beginPass();
    /// Its slice in this pass. `originTime`: the origin's processor time so far, ns.
    bool runSlice(Entrant& entrant, const StopSignal& stop,
                  const std::function<std::int64_t()>& originTime);
    /// What others did to that slice, and how busy the origin was, where there is one.
    void noteSlice(Entrant& entrant, bool withOrigin);
    /// Decides what comes next: a repeat where others disturbed it and there is time and room, else
    /// the next round. True where that is a repeat.
    bool endPass(bool outOfTime);
    /// The pass was cut short: half a repeat replaces nothing.
    void cutPass(const Text& why);

private:
    void tellDiscounted(const Entrant& entrant, const Pass& pass);
    [[nodiscard]] bool mayRepeat() const;
    void advance();

    const Scenario* m_scenario;
    std::size_t m_point = 0;
    LiveRun* m_live = nullptr;
    std::vector<Entrant> m_entrants;
    Observations m_seen;
    Pass m_pass;
    int m_order = 0;              ///< Slices of this pass so far.
    int m_disturbed = 0;          ///< Of these, by others.
    std::optional<Pass> m_spoilt; ///< The attempt that this pass replaces, once it is whole.
    int m_spoiltSlices = 0;
    std::uint64_t m_passesWanted = 0;
    bool m_over = false;
};

} // namespace troika
