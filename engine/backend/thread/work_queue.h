// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace troika {

/// Which of those that wait goes next.
enum class QueueOrder { FirstComeFirst, LastComeFirst };

/// How many items to take at once (1 to `most`), when the last one took `lastNs`: a batch keeps its
/// taker for 20 us, which is short against anything one would notice in the balance of the load or
/// in the waiting of those behind a long one, and long against the cost of a lock.
[[nodiscard]] inline std::size_t batchFor(std::int64_t lastNs, std::size_t most) {
    constexpr std::int64_t batchNs = 20'000;
    const std::int64_t fitting = batchNs / std::max<std::int64_t>(lastNs, 1);
    return std::clamp<std::size_t>(static_cast<std::size_t>(fitting), 1, most);
}

/// A bounded queue between threads: items in one by one, batches of them out. A mutex and two
/// conditions: with batches it beats lock-free queues on tasks of a microsecond, since a worker
/// that finds work takes the lock once for many tasks, and nobody wakes who is awake.
template <class Item>
class WorkQueue {
public:
    explicit WorkQueue(QueueOrder order = QueueOrder::FirstComeFirst) : m_order(order) {}

    /// Empties it and makes room for `capacity` items, so that nothing is allocated while it is
    /// used. While nobody waits or pushes.
    void reset(std::size_t capacity) {
        const std::lock_guard lock(m_mutex);
        m_items.resize(std::max<std::size_t>(capacity, 1));
        m_head = 0;
        m_size = 0;
    }

    /// Waits while the queue is full.
    void push(const Item& item) {
        bool wake = false;
        {
            std::unique_lock lock(m_mutex);
            while (m_size == m_items.size()) {
                ++m_blocked;
                m_notFull.wait(lock);
                --m_blocked;
            }
            m_items[place(m_size)] = item;
            ++m_size;
            wake = m_idle > 0;
        }
        if (wake) m_notEmpty.notify_one();
    }

    /// Waits for items and takes up to `batch.size()` of them, but never so many that fewer than
    /// `sharers` takers would find some. 0 once closed and empty.
    std::size_t take(std::span<Item> batch, std::size_t sharers) {
        std::size_t taken = 0;
        bool wake = false;
        {
            std::unique_lock lock(m_mutex);
            while (m_size == 0 && !m_closed) {
                ++m_idle;
                m_notEmpty.wait(lock);
                --m_idle;
            }
            const std::size_t share = (m_size + sharers - 1) / sharers;
            taken = std::min(batch.size(), share);
            for (std::size_t i = 0; i < taken; ++i) batch[i] = next();
            wake = m_blocked > 0;
        }
        if (wake) m_notFull.notify_all();
        return taken;
    }

    /// Wakes all who wait for items; take() returns 0 when the queue is empty.
    void close() {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_notEmpty.notify_all();
    }

private:
    [[nodiscard]] std::size_t place(std::size_t index) const {
        const std::size_t wanted = m_head + index;
        return wanted < m_items.size() ? wanted : wanted - m_items.size();
    }

    Item next() {
        --m_size;
        if (m_order == QueueOrder::LastComeFirst) return m_items[place(m_size)];
        const std::size_t first = m_head;
        m_head = place(1);
        return m_items[first];
    }

    const QueueOrder m_order;
    std::mutex m_mutex;
    std::condition_variable m_notEmpty;
    std::condition_variable m_notFull;
    std::vector<Item> m_items = std::vector<Item>(1); ///< A ring: m_size items from m_head on.
    std::size_t m_head = 0;
    std::size_t m_size = 0;
    std::size_t m_idle = 0;    ///< Takers that wait.
    std::size_t m_blocked = 0; ///< Pushers that wait.
    bool m_closed = false;
};

} // namespace troika
