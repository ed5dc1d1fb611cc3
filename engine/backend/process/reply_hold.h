// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <troika/sample/sample.h>

namespace troika {

/// Decides how long a worker's replies to tasks wait for each other: sending several at once saves
/// calls and wake-ups, but a task has ended for the pool when its reply is there.
class ReplyHold {
public:
    /// No reply waits longer, as far as that can be foreseen.
    static constexpr std::int64_t longest = 20'000; // ns

    /// `even`: all tasks take about as long as each other. Of others nobody knows how long the next
    /// one takes, so no reply waits for it.
    explicit ReplyHold(bool even) : m_even(even) {}

    /// A task has ended, and the reply to it waits.
    void ended(const Sample& task) {
        m_end = task.end;
        m_length = task.end - task.start;
        if (m_oldest == 0) m_oldest = task.end;
    }
    void sent() { m_oldest = 0; }
    /// Whether what waits may wait for one more task, which takes as long as the last one.
    [[nodiscard]] bool mayWait() const {
        return m_oldest == 0 || (m_even && m_end + m_length - m_oldest <= longest);
    }

private:
    bool m_even;
    std::int64_t m_end = 0; ///< Of the last task.
    std::int64_t m_length = 0;
    std::int64_t m_oldest = 0; ///< When the first task ended whose reply waits; 0: none does.
};

} // namespace troika
