// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace troika {

/// How one task ended. Stored as written in the log (docs/protocol.md): never renumber.
enum class Outcome : std::uint32_t {
    Empty = 0,     ///< Not ended (yet).
    Finished = 1,  ///< Work done and verified.
    Failed = 2,    ///< The step reported an error that the scenario did not ask for.
    Refused = 3,   ///< Failed because the scenario asked for it (`failures`).
    TimedOut = 4,  ///< Took longer than the workload's timeout.
    Wrong = 5,     ///< Done, but length or checksum do not fit. Fails the trial.
    Cancelled = 6, ///< The run was stopped before it ended.
    Lost = 7,      ///< Whoever worked on it died.
};

inline constexpr int maximumSteps = 4;

/// One task of one slice. Times are nanoseconds on CLOCK_MONOTONIC, 0 where never reached.
struct Sample {
    std::int64_t due = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::uint64_t digest =
        0; ///< Of the task's output: XXH3-64 or what the kernel returns, steps folded.
    std::uint32_t lane = 0;
    Outcome outcome = Outcome::Empty;
    /// When step 1, 2 and 3 of several ended; the last step ends with the task.
    std::array<std::int64_t, maximumSteps - 1> stepEnd{};

    bool operator==(const Sample&) const = default;
};

/// Folds the digest of a further step, or of a further task, into one: order matters.
[[nodiscard]] constexpr std::uint64_t foldDigest(std::uint64_t sofar, std::uint64_t next) {
    return (sofar ^ next) * 0x9E3779B97F4A7C15ULL + 1;
}

} // namespace troika
