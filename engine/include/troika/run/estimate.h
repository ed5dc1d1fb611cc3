// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <troika/base/text.h>
#include <troika/scenario/scenario.h>

namespace troika {

/// About how long a run will take, from the scenario alone: rough, for a sentence beforehand.
std::chrono::duration<double> estimateRun(const Scenario& scenario);

/// What a run will do and about how long it takes, in a sentence or two: "64 downloads of 100 KiB,
/// all due at once. Five contenders, 10 rounds in random order, about 15 s."
Text describeRun(const Scenario& scenario);

} // namespace troika
