// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/limits.h"

#include <algorithm>
#include <fstream>
#include <linux/magic.h>
#include <string>
#include <sys/resource.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace troika {
namespace {

std::int64_t firstNumber(const char* path) {
    std::ifstream file(path);
    std::int64_t number = -1;
    return file >> number ? number : -1;
}

/// Threads that run on this machine now: the figure after the slash in /proc/loadavg.
std::int64_t threadsRunning() {
    std::ifstream file("/proc/loadavg");
    std::string word;
    for (int field = 0; field < 4 && file >> word; ++field) {
    }
    const std::size_t slash = word.find('/');
    return slash == std::string::npos ? 0 : std::atoll(word.c_str() + slash + 1);
}

/// The smaller of two limits, where -1 is none.
std::int64_t tighter(std::int64_t a, std::int64_t b) {
    if (a < 0) return b;
    return b < 0 ? a : std::min(a, b);
}

} // namespace

void raiseDescriptorLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::int64_t descriptorLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max == RLIM_INFINITY) return -1;
    return static_cast<std::int64_t>(limit.rlim_max);
}

std::int64_t threadsLeft() {
    rlimit limit{};
    std::int64_t user = -1;
    // The limit does not bind root.
    if (::geteuid() != 0 && ::getrlimit(RLIMIT_NPROC, &limit) == 0 &&
        limit.rlim_cur != RLIM_INFINITY) {
        user = static_cast<std::int64_t>(limit.rlim_cur);
    }
    const std::int64_t machine = tighter(firstNumber("/proc/sys/kernel/threads-max"),
                                         firstNumber("/proc/sys/kernel/pid_max"));
    const std::int64_t limitOfAll = tighter(user, machine);
    return limitOfAll < 0 ? -1 : std::max<std::int64_t>(limitOfAll - threadsRunning(), 0);
}

std::int64_t ephemeralPorts() {
    std::ifstream file("/proc/sys/net/ipv4/ip_local_port_range");
    std::int64_t low = 0;
    std::int64_t high = 0;
    return file >> low >> high ? high - low + 1 : -1;
}

FileSystem fileSystemOf(const std::filesystem::path& directory) {
    struct statfs status {};
    if (::statfs(directory.c_str(), &status) != 0) return {};
    const auto type = static_cast<unsigned long>(status.f_type);
    constexpr unsigned long ramfsMagic = 0x858458f6;
    return {.freeBytes = static_cast<std::int64_t>(status.f_bavail) *
                         static_cast<std::int64_t>(status.f_bsize),
            // Without a number of inodes it makes as many as there is room for.
            .freeFiles = status.f_files > 0 ? static_cast<std::int64_t>(status.f_ffree) : -1,
            .isMemory = type == TMPFS_MAGIC || type == ramfsMagic,
            .isWritable = ::access(directory.c_str(), W_OK | X_OK) == 0};
}

} // namespace troika
