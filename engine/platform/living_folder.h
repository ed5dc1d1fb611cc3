// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"

#include <filesystem>

namespace troika {

/// A folder of this process, which everybody can tell from the remains of a dead one: it holds a
/// file that stays locked while this object lives. Removed with it. Not thread-safe.
class LivingFolder {
public:
    LivingFolder() = default;
    /// Makes the folder. Where that is not possible the object is empty; whoever uses the path will
    /// meet the reason.
    explicit LivingFolder(std::filesystem::path path);
    LivingFolder(LivingFolder&& other) noexcept
        : m_path(std::move(other.m_path)), m_lock(std::move(other.m_lock)) {}
    LivingFolder& operator=(LivingFolder&& other) noexcept {
        m_path.swap(other.m_path);
        std::swap(m_lock, other.m_lock);
        return *this;
    }
    ~LivingFolder();

    explicit operator bool() const { return static_cast<bool>(m_lock); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// The descriptor of the locked file: a process that is given it keeps the folder living too.
    [[nodiscard]] int hold() const { return m_lock.get(); }

private:
    std::filesystem::path m_path;
    Descriptor m_lock;
};

/// Whether whoever made that folder still lives, as far as this user may know.
[[nodiscard]] bool isLiving(const std::filesystem::path& folder);

/// Removes a folder with all that is in it, unless whoever made it lives or it is not ours to take.
void removeIfDead(const std::filesystem::path& folder);

/// Removes a folder that nobody lives in, if nothing but its lock is left in it.
void removeIfDeserted(const std::filesystem::path& folder);

} // namespace troika
