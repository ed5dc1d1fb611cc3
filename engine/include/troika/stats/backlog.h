// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/sample/sample.h>

#include <cstdint>
#include <optional>
#include <span>

namespace troika {

/// Tasks that were due and had not ended, while tasks came: half-way between the first and the last
/// due time, and at that last one.
struct Backlog {
    std::int64_t atHalf = 0;
    std::int64_t atEnd = 0;
    std::int64_t cameAfterHalf = 0; ///< Due in that second half.

    /// More came than were done. What is fed at a rate above its capacity holds a backlog that
    /// grows in proportion to time, twice as much at the end as half-way (the fluid approximation:
    /// Newell, Applications of Queueing Theory, 1982, chapter 2); chance alone seldom moves it by
    /// a twentieth of what comes, and by half of what was there.
    [[nodiscard]] bool grows() const;
    bool operator==(const Backlog&) const = default;
};

/// Of one slice, in whichever order its tasks were done. Nothing for fewer than 20 tasks that
/// ended, and where the first tenth of them took longer than a quarter of the time in which tasks
/// came: those in work are still becoming more then, however many may be.
[[nodiscard]] std::optional<Backlog> backlog(std::span<const Sample> samples);

} // namespace troika
