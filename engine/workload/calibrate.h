// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <troika/scenario/scenario.h>
#include <troika_kernels.h>

namespace troika {

/// Turns the duration of every compute step into an amount, measured with the native kernel on the
/// calling thread: sets `amount`, erases `duration`, changes nothing else. Takes at most about 30
/// ms in all, and nothing where no step has a duration. Once a run, before anything races.
void calibrateWorkload(Workload& workload);

/// Seconds that one repetition of `kernel` takes here: the median of several timings, after a
/// warm-up, all within about `budget`.
[[nodiscard]] double secondsARepetition(troika_kernel kernel, std::chrono::nanoseconds budget);

/// Repetitions nearest to `wanted`, at least one and at most what a scenario may say.
[[nodiscard]] std::int64_t amountFor(std::chrono::nanoseconds wanted, double secondsARepetition);

} // namespace troika
