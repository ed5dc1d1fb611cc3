// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <troika/base/result.h>
#include <troika/sample/sample.h>

namespace troika {

/// Counts the tasks of one slice that nobody asked to end as they did; wrong results, which fail a
/// trial by themselves, are left out.
class Unfinished {
public:
    void add(const Sample& sample);
    /// Why a slice of so many tasks cannot be a measurement: most of them are among these.
    [[nodiscard]] std::optional<Failure> tooMany(std::uint64_t tasks) const;

private:
    std::uint64_t m_timedOut = 0;
    std::uint64_t m_lost = 0;
    std::uint64_t m_failed = 0;
    int m_error = 0; ///< That the system gave the last one that it refused; 0: none.
};

} // namespace troika
