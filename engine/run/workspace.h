// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <troika/base/result.h>
#include <vector>

namespace troika {

/// The folders of one run: `troika-PID-RANDOM` in shared memory and, where wanted, on a disk. They
/// are made when first used, go when this object does, and, should this process be killed, with the
/// guard of the last trial.
class Workspace {
public:
    explicit Workspace(const std::filesystem::path& diskBase);
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace();

    /// Folders for a trial's files; not made yet. Each call gives new ones.
    struct Place {
        std::filesystem::path memory;
        std::filesystem::path disk;
    };
    Place next();

    /// Process ids of other Troikas that race on this machine now. Folders of those that have died
    /// are removed on the way, where permitted.
    [[nodiscard]] std::vector<int> otherRuns() const;

private:
    std::string m_name;
    std::filesystem::path m_memory;
    std::filesystem::path m_disk;
    int m_trials = 0;
};

} // namespace troika
