// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/stats/median.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace troika {

// Figures over tasks that come in slices. Tasks of one slice are more alike than tasks of two, so
// how sure a figure is shows in how much the slices differ, not in how many tasks there are.

/// The 95 % interval of sum(of) / sum(to), a figure of each for every slice: with r that ratio and k
/// slices, r +- t sqrt(k / (k - 1) sum((of_i - r to_i)^2)) / sum(to), t of Student with k - 1 degrees
/// of freedom (Cochran, Sampling Techniques, 3rd ed. 1977, section 6.4: the ratio estimator). `to`
/// is not negative. Nothing for fewer than `leastRounds` slices, or where all of `to` is 0.
[[nodiscard]] std::optional<Interval> ratioInterval(std::span<const double> of,
                                                    std::span<const double> to);

/// The 95 % interval of a percentile of all slices' values together: with s the reach of
/// ratioInterval() for the share of values below it, the values whose ranks are the percentile's
/// own, as a share, - s and + s (Woodruff, Confidence intervals for medians and other position measures, Journal of the American
/// Statistical Association 47 (1952) 635-646). It contains that percentile. `slices` in any order;
/// `ascending`: the values of all. Nothing for fewer than `leastRounds` slices with values, and
/// where it would end above the greatest value.
[[nodiscard]] std::optional<Interval>
percentileInterval(std::span<const std::vector<std::int64_t>> slices,
                   std::span<const std::int64_t> ascending, int permille);

} // namespace troika
