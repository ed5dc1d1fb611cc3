// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/sample/sample.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace troika {

/// From `at` on (CLOCK_MONOTONIC ns, as in the samples) there are so many tasks.
struct Depth {
    std::int64_t at = 0;
    std::int64_t tasks = 0;

    bool operator==(const Depth&) const = default;
};

/// How many tasks there are, over time: ascending times, and no two neighbours with the same
/// number; the first is not 0 and the last is. Empty where there never was any.
using DepthCurve = std::vector<Depth>;

// Each takes the samples of one slice, in any order, and knows only tasks that have ended: of the
// others nobody noted when they were due.

/// Due, and not begun by anybody.
[[nodiscard]] DepthCurve waitingTasks(std::span<const Sample> samples);
/// Due, and not ended.
[[nodiscard]] DepthCurve openTasks(std::span<const Sample> samples);
/// Through with the steps before `step` (from 0; the first: due) and not with this one, of
/// `steps` in all: those that wait before it, and those that it works on. `steps` is at most
/// maximumSteps.
[[nodiscard]] DepthCurve tasksAtStep(std::span<const Sample> samples, std::size_t step,
                                     std::size_t steps);

/// The mean over time, from the first change to the last; 0 for an empty curve.
[[nodiscard]] double meanDepth(const DepthCurve& curve);
[[nodiscard]] std::int64_t greatestDepth(const DepthCurve& curve);

/// Not many more than `most` changes (at least 4): of each of equal stretches of time the greatest
/// number and the last one. What is short is left as it is.
[[nodiscard]] DepthCurve thinned(const DepthCurve& curve, std::size_t most);

} // namespace troika
