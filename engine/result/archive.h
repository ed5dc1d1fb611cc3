// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <troika/base/result.h>
#include <utility>
#include <vector>

namespace troika {

/// A zip archive of some named files, deflated.
[[nodiscard]] Result<std::string>
packArchive(const std::vector<std::pair<std::string, std::string_view>>& files);

/// A zip archive on disk, opened for reading. Not trusted: what a member claims about its size is
/// checked against a limit before anything is unpacked, and against its content afterwards.
class Archive {
public:
    /// Failure: "result-damaged".
    static Result<Archive> open(const std::filesystem::path& file);

    Archive(Archive&& other) noexcept : m_zip(std::exchange(other.m_zip, nullptr)) {}
    Archive& operator=(Archive&& other) noexcept {
        std::swap(m_zip, other.m_zip);
        return *this;
    }
    ~Archive();

    /// Failures: "result-damaged", "result-too-large".
    [[nodiscard]] Result<std::string> read(const std::string& name, std::uint64_t mostBytes) const;

private:
    explicit Archive(void* zip) : m_zip(zip) {}
    void* m_zip = nullptr; ///< zip_t; libzip stays behind this header.
};

} // namespace troika
