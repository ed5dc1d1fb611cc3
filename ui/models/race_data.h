// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/samples.h>
#include <troika/run/live.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace troika::ui {

/// One counted round of one contender.
struct RoundData {
    int round = 0;
    /// When tasks finished, seconds after the slice began, ascending; of large live slices only
    /// every n-th task's (see ContenderData::tasksPerFinish).
    std::vector<double> finishes;
    std::uint64_t finished = 0; ///< Exact once the round is over.
    double seconds = 0;         ///< From the slice's begin to the last end seen.
    bool over = false;
};

/// What one contender has measured so far, in the form that charts and the board are made from.
struct ContenderData {
    std::vector<RoundData> rounds;
    double tasksPerFinish = 1;          ///< Tasks that one of the finishes stands for.
    std::vector<std::int64_t> response; ///< From due to end, ns, ascending; all rounds pooled.
    std::vector<std::int64_t> service;  ///< From start to end, likewise.
    std::uint64_t finished = 0;
    std::uint64_t failed = 0; ///< Ended in another way.
    Text ended;               ///< Why it cannot go on; live alone.
    bool unavailable = false; ///< That is since this machine lacks what it needs.

    /// Tasks a second of each round that is over.
    [[nodiscard]] std::vector<double> throughput() const;
};
using RaceData = std::map<std::string, ContenderData>; ///< By label.

/// Of a stored result's point.
[[nodiscard]] RaceData raceData(const PointSamples& samples);

/// Of one slice of a run that goes on, or, where it is `over`, all of it.
[[nodiscard]] ContenderData liveSliceData(const LiveSlice& slice, bool over);

/// Keeps every `stride`-th of ascending values: the same distribution.
void thin(std::vector<std::int64_t>& ascending, std::size_t stride);

/// Of a run that goes on, at one of its points. Slices that are over are read once, and only the
/// one that runs is read again; of each slice a live chart takes a part, so that watching costs
/// little whatever its size. Used by one thread.
class LiveRaceData {
public:
    explicit LiveRaceData(std::size_t point = 0) : m_point(point) {}
    /// What can be seen now.
    [[nodiscard]] RaceData snapshot(const LiveRun& run);

private:
    /// A contender's slices that are over, by their places in the run, and what they hold together.
    struct Over {
        std::vector<std::size_t> places;
        ContenderData data;
        std::size_t poolStride =
            1; ///< Of a new slice's latencies every such one goes into the pool.
    };
    static void add(Over& over, ContenderData slice);
    std::size_t m_point;
    std::map<std::string, Over> m_over; ///< By label.
};

} // namespace troika::ui
