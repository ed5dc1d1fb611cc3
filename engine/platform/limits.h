// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace troika {

/// Lets this process open as many files as its hard limit allows.
void raiseDescriptorLimit();

/// Hard limit of open files a process; -1 unlimited or unknown.
[[nodiscard]] std::int64_t descriptorLimit();
/// How many more threads this user and machine allow; -1 unknown.
[[nodiscard]] std::int64_t threadsLeft();
/// Ephemeral ports to one address; -1 unknown.
[[nodiscard]] std::int64_t ephemeralPorts();

/// The file system a directory lies on.
struct FileSystem {
    std::int64_t freeBytes = -1; ///< For this user; -1 unknown.
    std::int64_t freeFiles = -1; ///< That may still be made; -1 unlimited or unknown.
    bool isMemory = false;       ///< tmpfs or ramfs.
    bool isWritable = false;
};
[[nodiscard]] FileSystem fileSystemOf(const std::filesystem::path& directory);

} // namespace troika
