// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/disk_plan.h"

#include <cstddef>
#include <fcntl.h>
#include <span>
#include <string>
#include <troika/base/result.h>

namespace troika {

/// Where the files of one task lie that creates some: `files/FF/TASK/BLOCK` beside the plan's file,
/// FF (task mod 64) being there before. Text stays valid until the next call.
class TaskFiles {
public:
    TaskFiles(const DiskPlan& plan, std::uint32_t task);

    /// The task's own directory, which it makes.
    [[nodiscard]] const char* directory();
    [[nodiscard]] const char* file(std::uint64_t block);

private:
    std::string m_path;
    std::size_t m_stem; ///< Length of the directory's part.
};

inline constexpr int newFileFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
inline constexpr unsigned newFileMode = 0600;
inline constexpr unsigned newDirectoryMode = 0700;

/// Makes a directory; fine where it is there already (a task that is tried again). 0, or an error.
[[nodiscard]] int makeDirectory(const char* path);
/// Writes a whole new file, synced (fsync) where that is asked for. 0, or an error.
[[nodiscard]] int makeFile(const char* path, std::span<const std::byte> bytes, bool sync);

/// Makes the tree that tasks' directories come into.
[[nodiscard]] Result<> makeTree(const DiskPlan& plan);
/// Removes all that tasks made in it, and has the file system write that down.
[[nodiscard]] Result<> clearTree(const DiskPlan& plan);

} // namespace troika
