// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace troika::bench {

/// One of several that are measured beside each other.
struct Rival {
    std::string name;
    /// Does one short slice and returns its figure; a figure that is not positive is a failure,
    /// which it has told itself.
    std::function<double()> slice;
};

/// What each rival reached in each round: figures[rival][round], all in the same unit.
using Figures = std::vector<std::vector<double>>;

/// Measures all rivals in every round, one slice each, in an order shuffled anew for each round
/// from a fixed seed: what drifts on the machine hits all of them alike. A round before the first
/// is thrown away. Empty where any slice failed.
Figures measureTogether(const std::vector<Rival>& rivals, int rounds);

/// The middle figure; of an even number the mean of the two middle ones; 0 of none.
double median(std::vector<double> figures);

/// of[r] / to[r] for every round r.
std::vector<double> ratios(const std::vector<double>& of, const std::vector<double>& to);

} // namespace troika::bench
