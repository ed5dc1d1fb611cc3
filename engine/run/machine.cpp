// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/limits.h"
#include "run/system_files.h"
#include "run/workspace.h"

#include <algorithm>
#include <cstdlib>
#include <troika/run/machine.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

std::int64_t tighter(std::int64_t a, std::int64_t b) {
    if (a < 0) return b;
    return b < 0 ? a : std::min(a, b);
}

/// -1 where the text is no number ("max", empty).
std::int64_t numberIn(const std::string& text) {
    return text.empty() || text.find_first_not_of("0123456789") != std::string::npos
               ? -1
               : std::atoll(text.c_str());
}

/// What is left of one of this process's control group's limits ("pids", "memory"); -1 where it
/// sets none.
std::int64_t leftInGroup(const std::string& what) {
    const std::string line = firstLine("/proc/self/cgroup");
    if (!line.starts_with("0::")) return -1;
    const std::string group = "/sys/fs/cgroup" + line.substr(3) + "/" + what;
    const std::int64_t most = numberIn(firstLine(group + ".max"));
    const std::int64_t now = numberIn(firstLine(group + ".current"));
    return most < 0 || now < 0 ? -1 : std::max<std::int64_t>(most - now, 0);
}

std::int64_t memoryLeft() {
    const std::string kibibytes = valueIn("/proc/meminfo", "MemAvailable");
    const std::int64_t memory = kibibytes.empty() ? -1 : std::atoll(kibibytes.c_str()) * 1024;
    return tighter(memory, leftInGroup("memory"));
}

} // namespace

fs::path defaultDiskBase() {
    const char* const wanted = std::getenv("TMPDIR");
    std::error_code ignored;
    const bool usable = wanted != nullptr && fs::is_directory(wanted, ignored) &&
                        !fileSystemOf(wanted).isMemory && fileSystemOf(wanted).isWritable;
    return usable ? fs::path(wanted) : fs::path("/var/tmp");
}

std::vector<int> otherTroikas() { return otherRuns(); }

MachineLimits readMachineLimits(const fs::path& diskBase) {
    const FileSystem disk = fileSystemOf(diskBase);
    return {.descriptors = descriptorLimit(),
            .threads = tighter(threadsLeft(), leftInGroup("pids")),
            .ports = ephemeralPorts(),
            // Shared memory is memory: no more than that is free.
            .sharedMemoryBytes = tighter(fileSystemOf("/dev/shm").freeBytes, memoryLeft()),
            .memoryBytes = memoryLeft(),
            .diskBytes = disk.freeBytes,
            .diskFiles = disk.freeFiles,
            .diskIsMemory = disk.isMemory,
            .diskIsWritable = disk.isWritable,
            .diskDirectory = diskBase.string()};
}

} // namespace troika
