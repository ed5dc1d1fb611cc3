// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/workspace.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <fmt/format.h>
#include <random>
#include <unistd.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

constexpr const char* sharedMemory = "/dev/shm";
constexpr std::string_view prefix = "troika-";

/// The process id in a folder's name; 0 where the name is not one of ours.
int ownerOf(const std::string& name) {
    if (name.rfind(prefix, 0) != 0) return 0;
    int pid = 0;
    const char* end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data() + prefix.size(), end, pid);
    return error == std::errc() && rest != end && *rest == '-' ? pid : 0;
}

bool alive(int pid) { return ::kill(pid, 0) == 0 || errno == EPERM; }

} // namespace

Workspace::Workspace(const fs::path& diskBase)
    : m_name(fmt::format("{}{}-{:08x}", prefix, ::getpid(), std::random_device()())),
      m_memory(fs::path(sharedMemory) / m_name),
      m_disk(diskBase / m_name) {}

Workspace::~Workspace() {
    std::error_code ignored;
    fs::remove_all(m_memory, ignored);
    fs::remove_all(m_disk, ignored);
}

Workspace::Place Workspace::next() {
    const std::string trial = std::to_string(m_trials++);
    return {m_memory / trial, m_disk / trial};
}

std::vector<int> Workspace::otherRuns() const {
    std::vector<int> others;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(sharedMemory, ignored)) {
        const std::string name = entry.path().filename();
        const int owner = ownerOf(name);
        if (owner == 0 || name == m_name) continue;
        if (alive(owner)) {
            others.push_back(owner);
        } else {
            fs::remove_all(entry.path(), ignored);
        }
    }
    return others;
}

} // namespace troika
