// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace troika {

/// How much of the machine others used while a slice ran: the whole machine's processor time, that
/// which a virtual machine's host took included, less the trial's, the origin's and our own. (What
/// the kernel does later for a trial, as writing back, counts as others'.)
struct Disturbance {
    double seconds = 0;  ///< Processor seconds of others; of a short slice also a little below 0.
    double capacity = 0; ///< Processor seconds that all cores had in the slice.

    [[nodiscard]] double share() const {
        return capacity > 0 ? std::max(seconds, 0.0) / capacity : 0;
    }
    /// Enough to spoil a comparison: more than a tenth of the machine, and more than the few
    /// milliseconds that a kernel's own bookkeeping takes.
    [[nodiscard]] bool spoils() const { return share() > 0.1 && seconds > leastSeconds; }
    /// A tenth of the machine would be no more than that bookkeeping.
    [[nodiscard]] bool isTooShortToTell() const { return 0.1 * capacity <= leastSeconds; }

    static constexpr double leastSeconds = 0.01;
};

/// Watches the machine during one slice. Used by one thread.
class BystanderWatch {
public:
    /// Begins to watch. `originTime`: the origin's processor time so far, ns.
    explicit BystanderWatch(std::int64_t originTime);
    /// Ends it. `trialTime`: processor time of the trial within the slice, ns.
    [[nodiscard]] Disturbance end(std::int64_t originTime, std::int64_t trialTime) const;

private:
    std::int64_t m_wall;
    std::int64_t m_machine;
    std::int64_t m_own;
    std::int64_t m_origin;
};

} // namespace troika
