// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/living_folder.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

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
    // Somebody who tidies up may take the folder for a dead one before it is locked: once more.
    for (int attempt = 0; attempt < 3 && !m_lock; ++attempt) {
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
    // Not to be opened for want of permission: another user's, and of those we know nothing.
    if (!file) return errno == EACCES;
    return ::flock(file.get(), LOCK_SH | LOCK_NB) != 0;
}

void removeIfDeserted(const fs::path& folder) {
    if (isLiving(folder)) return;
    ::unlink(lockOf(folder).c_str());
    ::rmdir(folder.c_str());
}

} // namespace troika
