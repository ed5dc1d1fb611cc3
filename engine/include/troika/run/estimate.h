// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <troika/base/text.h>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>

namespace troika {

/// About how long a run will take, from the scenario alone: rough, for a sentence beforehand.
std::chrono::duration<double> estimateRun(const Scenario& scenario);

/// No run may take longer than this.
inline constexpr std::chrono::hours longestRun{24};
/// A finding where a run would probably take longer than `longestRun`, with so many rounds as would
/// not. `maxTime`: the limit that the run is given, if any (see RunOptions).
[[nodiscard]] Findings
checkDuration(const Scenario& scenario,
              std::optional<std::chrono::nanoseconds> maxTime = std::nullopt);

/// What a run will do and about how long it takes, in a sentence or two: "64 downloads of 100 KiB,
/// all due at once. Five contenders, 10 rounds in random order, about 15 s." With a sweep, what is
/// swept and how many trials that makes; the work is the first point's.
Text describeRun(const Scenario& scenario);

} // namespace troika
