// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/setting.h>

#include <chrono>
#include <cstdint>

namespace troika {

/// Names one task's randomness: everything random about a task is a function of this and of
/// nothing else, so it is the same for every contender, for a repeated slice, and in any language.
struct TaskName {
    std::uint64_t seed = 0;
    std::uint64_t round = 0; ///< A warm-up round w counts as warmUpDraws + w.
    std::uint32_t task = 0;
    std::uint32_t step = 0;
};

/// Rounds from here on are warm-up: draws of their own.
inline constexpr std::uint64_t warmUpDraws = 1'000'000'000;

/// splitmix64's output function (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, OOPSLA 2014).
[[nodiscard]] std::uint64_t mix64(std::uint64_t value);

/// A counter-based stream: draw i is mix64(key + (i + 1) * 0x9E3779B97F4A7C15), with
/// key = mix64(mix64(mix64(mix64(seed) ^ round) ^ task) ^ step).
class Draws {
public:
    explicit Draws(const TaskName& name);

    std::uint64_t next();
    /// In [0, 1), multiples of 2^-53: (next() >> 11) * 2^-53.
    double nextUnit();
    /// In [0, bound), by multiply-high; bound > 0.
    std::uint64_t nextBelow(std::uint64_t bound);
    /// Seconds by inversion (Pareto: Devroye, Non-Uniform Random Variate Generation, 1986, II.2;
    /// log-normal: Box and Muller's cosine branch), at most an hour, rounded down to microseconds,
    /// which is what the origin is told.
    std::chrono::microseconds nextDelay(const Delay& delay);

private:
    std::uint64_t m_state;
};

} // namespace troika
