// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/workspace.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <random>
#include <unistd.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

constexpr const char* sharedMemory = "/dev/shm";
constexpr std::string_view prefix = "troika-";
constexpr std::size_t randomDigits = 8;

/// The process id in the name of a run's folder, `troika-PID-RANDOM`; 0 for any other name.
int ownerOf(const std::string& name) {
    if (!name.starts_with(prefix)) return 0;
    int pid = 0;
    const char* end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data() + prefix.size(), end, pid);
    if (error != std::errc() || rest == end || *rest != '-') return 0;
    const std::string_view random(rest + 1, end);
    const bool hexadecimal = std::all_of(random.begin(), random.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
    return random.size() == randomDigits && hexadecimal ? pid : 0;
}

/// The owners of living runs' folders in `base`; what dead ones left is removed, where permitted.
std::vector<int> runsIn(const fs::path& base) {
    std::vector<int> living;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(base, ignored)) {
        const int owner = ownerOf(entry.path().filename());
        if (owner == 0 || !entry.is_directory(ignored) || entry.is_symlink(ignored)) continue;
        if (isLiving(entry.path())) {
            living.push_back(owner);
        } else {
            removeIfDead(entry.path());
        }
    }
    return living;
}

} // namespace

Workspace::Workspace(const fs::path& diskBase)
    : m_name(fmt::format("{}{}-{:08x}", prefix, ::getpid(), std::random_device()())),
      m_diskBase(diskBase),
      m_memory(fs::path(sharedMemory) / m_name) {}

Workspace::Place Workspace::next(bool onDisk) {
    if (onDisk && !m_disk) {
        runsIn(m_diskBase);
        m_disk = LivingFolder(m_diskBase / m_name);
    }
    const std::string trial = std::to_string(m_trials++);
    return {m_memory.path() / trial, onDisk ? m_disk.path() / trial : fs::path()};
}

std::vector<int> otherRuns() {
    std::vector<int> runs = runsIn(sharedMemory);
    runs.erase(std::remove(runs.begin(), runs.end(), static_cast<int>(::getpid())), runs.end());
    return runs;
}

} // namespace troika
