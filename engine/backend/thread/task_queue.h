// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace troika {

/// The queue of a thread pool: task numbers in, from outside; batches of them out. A mutex and a
/// condition: with batches it beats lock-free queues on tasks of a microsecond, since a worker that
/// finds work takes the lock once for many tasks, and a submitter wakes nobody who is awake.
class TaskQueue {
public:
    /// Room for `tasks` without allocating while it is used. While nobody waits or pushes.
    void reserve(std::size_t tasks);

    void push(std::uint32_t task);
    /// Waits for work and takes up to `batch.size()` tasks, but never so many that fewer than
    /// `sharers` workers would find some. 0 once closed and empty.
    std::size_t take(std::span<std::uint32_t> batch, std::size_t sharers);
    /// Wakes all who wait; take() returns 0 when the queue is empty.
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_notEmpty;
    std::vector<std::uint32_t> m_tasks; ///< [m_head, size) are waiting.
    std::size_t m_head = 0;
    std::size_t m_idle = 0;
    bool m_closed = false;
};

} // namespace troika
