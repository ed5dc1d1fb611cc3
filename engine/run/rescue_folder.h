// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/living_folder.h"
#include "run/pass.h"

#include <troika/result/result.h>
#include <vector>

namespace troika {

// What stands in the folder of a run for the case that it is killed (docs/protocol.md, "What a
// killed run leaves"): run.json and passes while it lives; the guards add the logs when it is dead.

/// The result so far: nothing measured.
[[nodiscard]] std::filesystem::path runFileIn(const std::filesystem::path& folder);
/// The sample log of a trial: they are numbered point by point, contender by contender.
[[nodiscard]] std::filesystem::path logFileIn(const std::filesystem::path& folder,
                                              std::size_t trial);
/// The passes of one point that began, in their order, as far as they can be read.
[[nodiscard]] std::vector<Pass> readPasses(const std::filesystem::path& folder, std::size_t point);

/// A run's own folder, which goes with this object. Not thread-safe.
class RescueFolder {
public:
    /// `base`/ID, written before this returns. Where `base` is empty or cannot be written there is
    /// none, and nothing can be rescued.
    RescueFolder(const std::filesystem::path& base, const RunResult& begun);

    /// Notes a pass of a point that is about to begin.
    void note(const Pass& pass, std::size_t point);
    /// Where a guard shall save a trial's log; empty where there is no folder.
    [[nodiscard]] std::filesystem::path logOf(std::size_t trial) const;
    /// What guards hold, so that the folder counts as living until the last of them is done.
    [[nodiscard]] int hold() const { return m_folder.hold(); }

private:
    LivingFolder m_folder;
    Descriptor m_passes;
};

} // namespace troika
