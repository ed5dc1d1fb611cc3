// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace troika {

/// Counts the tasks of a slice that have ended, for whoever waits until all have.
class EndedTasks {
public:
    /// Before a slice.
    void reset() {
        m_awaited = unknown;
        m_ended = 0;
    }
    /// From any thread.
    void add(std::uint32_t tasks) {
        const std::uint32_t ended = m_ended.fetch_add(tasks) + tasks;
        if (ended == m_awaited.load()) m_ended.notify_all();
    }
    /// Waits until `tasks` have been added, all there are.
    void await(std::uint32_t tasks) {
        m_awaited = tasks;
        for (std::uint32_t ended = m_ended.load(); ended != tasks; ended = m_ended.load()) {
            m_ended.wait(ended);
        }
    }

private:
    static constexpr std::uint32_t unknown = UINT32_MAX;
    std::atomic<std::uint32_t> m_ended = 0;
    std::atomic<std::uint32_t> m_awaited = unknown;
};

} // namespace troika
