// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/task_queue.h"

#include <algorithm>

namespace troika {

void TaskQueue::reserve(std::size_t tasks) {
    const std::lock_guard lock(m_mutex);
    m_tasks.clear();
    m_head = 0;
    m_tasks.reserve(tasks);
}

void TaskQueue::push(std::uint32_t task) {
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_head == m_tasks.size()) {
            m_tasks.clear();
            m_head = 0;
        }
        m_tasks.push_back(task);
        wake = m_idle > 0;
    }
    if (wake) m_notEmpty.notify_one();
}

std::size_t TaskQueue::take(std::span<std::uint32_t> batch, std::size_t sharers) {
    std::unique_lock lock(m_mutex);
    while (m_head == m_tasks.size() && !m_closed) {
        ++m_idle;
        m_notEmpty.wait(lock);
        --m_idle;
    }
    const std::size_t waiting = m_tasks.size() - m_head;
    const std::size_t share = (waiting + sharers - 1) / sharers;
    const std::size_t taken = std::min(batch.size(), share);
    std::copy_n(m_tasks.begin() + static_cast<std::ptrdiff_t>(m_head), taken, batch.begin());
    m_head += taken;
    return taken;
}

void TaskQueue::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_notEmpty.notify_all();
}

} // namespace troika
