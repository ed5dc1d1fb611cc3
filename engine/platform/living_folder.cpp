// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/living_folder.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>

namespace troika {
namespace {

namespace fs = std::filesystem;

fs::path lockOf(const fs::path& folder) { return folder / "alive"; }

/// The lock of a folder, taken; empty where somebody else has it, or took the file away meanwhile.
Descriptor lock(const fs::path& folder) {
    Descriptor file(
        ::open(lockOf(folder).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    struct stat locked {};
    struct stat named {};
    const bool ours = file && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 &&
                      ::fstat(file.get(), &locked) == 0 &&
                      ::stat(lockOf(folder).c_str(), &named) == 0 && locked.st_ino == named.st_ino;
    return ours ? std::move(file) : Descriptor();
}

} // namespace

LivingFolder::LivingFolder(fs::path path) : m_path(std::move(path)) {
    // Somebody who looks, or tidies up, may hold the lock for a moment, or take the folder away.
    constexpr int attempts = 50;
    for (int attempt = 0; attempt < attempts && !m_lock; ++attempt) {
        if (attempt > 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        if (::mkdir(m_path.c_str(), 0700) != 0 && errno != EEXIST) return;
        m_lock = lock(m_path);
    }
}

LivingFolder::~LivingFolder() {
    std::error_code ignored;
    if (m_lock) fs::remove_all(m_path, ignored);
}

bool isLiving(const fs::path& folder) {
    const Descriptor file(::open(lockOf(folder).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return file && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0;
}

void removeIfDead(const fs::path& folder) {
    // Held until all is gone: whoever makes the folder anew meanwhile waits for it.
    const Descriptor held = lock(folder);
    std::error_code ignored;
    if (held) fs::remove_all(folder, ignored);
}

void removeIfDeserted(const fs::path& folder) {
    if (isLiving(folder)) return;
    const Descriptor held = lock(folder);
    if (!held) return;
    ::unlink(lockOf(folder).c_str());
    ::rmdir(folder.c_str());
}

} // namespace troika
