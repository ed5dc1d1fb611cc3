// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/living_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace troika {

/// The folders of one run: `troika-PID-RANDOM` in shared memory and, where wanted, on a disk. They
/// go with this object or, should this process be killed, with the guard of the last trial.
class Workspace {
public:
    explicit Workspace(const std::filesystem::path& diskBase);

    /// Folders for a trial's files; not made yet. Each call gives new ones.
    struct Place {
        std::filesystem::path memory;
        std::filesystem::path disk; ///< Empty where none is wanted.
    };
    Place next(bool onDisk);

private:
    std::string m_name;
    std::filesystem::path m_diskBase;
    LivingFolder m_memory;
    LivingFolder m_disk;
    int m_trials = 0;
};

/// Process ids of other Troikas that race on this machine now. What dead ones left in shared memory
/// is removed on the way, where permitted (on a disk, when it is next used).
[[nodiscard]] std::vector<int> otherRuns();

} // namespace troika
