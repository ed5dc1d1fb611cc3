// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/bystanders.h"

#include <map>
#include <set>
#include <string>
#include <troika/result/result.h>
#include <vector>

namespace troika {

/// What was noticed during a run beside the samples; doubts are made from it.
struct Observations {
    /// Share of one core that the origin used while this contender worked, a slice each.
    std::map<std::string, std::vector<double>> originLoad;
    int disturbedSlices = 0; ///< That others disturbed, repeats included.
    int keptDisturbed = 0;   ///< Of these slices, still counted: no further repeat was allowed.
    double worstShare = 0;   ///< Of the machine that others used during a slice.
    /// Of the slices that are too short to tell by themselves, all together.
    Disturbance ofShortSlices;
    std::set<int> otherRuns; ///< Process ids of other Troikas.
    int roundsWanted = 0;
    int roundsRun = 0;
    bool stopped = false; ///< By the user, who knows why there are fewer rounds.
};

/// Reasons to distrust the figures of one point.
std::vector<Doubt> doubtsOf(const Observations& seen, const Scenario& scenario,
                            const PointResult& point);

} // namespace troika
