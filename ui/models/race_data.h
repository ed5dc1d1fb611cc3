// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/samples.h>
#include <troika/run/live.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace troika::ui {

/// What one contender has measured so far, in the form that charts and the board are made from.
struct ContenderData {
    /// Of each counted round, ascending: when tasks finished, seconds after the slice began.
    std::vector<std::vector<double>> finishes;
    std::vector<double> throughput;     ///< Of each counted round that is over, tasks a second.
    std::vector<std::int64_t> response; ///< From due to end, ns, ascending; all rounds pooled.
    std::vector<std::int64_t> service;  ///< From start to end, likewise.
    std::uint64_t finished = 0;
    std::uint64_t failed = 0; ///< Ended in another way.
};
using RaceData = std::map<std::string, ContenderData>; ///< By label.

/// Of a stored result's point.
[[nodiscard]] RaceData raceData(const PointSamples& samples);

/// Of a run that goes on. Slices that are over are read once, and only the one that runs is read
/// again; of each slice's latencies a live chart takes a part. Used by one thread.
class LiveRaceData {
public:
    /// What can be seen now.
    [[nodiscard]] RaceData snapshot(const LiveRun& run);

private:
    std::map<std::size_t, ContenderData> m_over; ///< By the slice's place in the run.
};

} // namespace troika::ui
