// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/process/messages.h"
#include "platform/bell.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <span>

namespace troika {

/// A queue between two processes, one of which only pushes and the other only takes. Lies in memory
/// of zeros that they share.
template <class Item>
class SharedRing {
public:
    static constexpr std::uint32_t capacity = 2048;

    /// There has to be room.
    void push(const Item& item) {
        const std::uint32_t at = m_pushed.load(std::memory_order_relaxed);
        m_items[at % capacity] = item;
        m_pushed.store(at + 1, std::memory_order_release);
    }
    /// What is there, up to the ring's end in memory; valid until it is dropped.
    [[nodiscard]] std::span<const Item> peek() const {
        const std::uint32_t taken = m_taken.load(std::memory_order_relaxed);
        const std::uint32_t pushed = m_pushed.load(std::memory_order_acquire);
        const std::uint32_t first = taken % capacity;
        return {m_items.data() + first, std::min(pushed - taken, capacity - first)};
    }
    void drop(std::size_t count) {
        m_taken.store(m_taken.load(std::memory_order_relaxed) + static_cast<std::uint32_t>(count),
                      std::memory_order_release);
    }

private:
    alignas(64) std::atomic<std::uint32_t> m_pushed = 0;
    alignas(64) std::atomic<std::uint32_t> m_taken = 0;
    alignas(64) std::array<Item, capacity> m_items;
};

/// One worker's part of the shared memory.
struct SharedLane {
    alignas(64) Bell orderBell; ///< Rung by the pool.
    SharedRing<WorkerOrder> orders;
    SharedRing<WorkerReply> replies;
};

/// What a pool and its workers share.
struct SharedLanes {
    alignas(64) Bell replyBell; ///< Rung by every worker.

    [[nodiscard]] static std::size_t bytes(std::size_t workers) {
        return sizeof(SharedLanes) + workers * sizeof(SharedLane);
    }
    [[nodiscard]] SharedLane& lane(std::size_t worker) {
        return reinterpret_cast<SharedLane*>(this + 1)[worker];
    }
};

/// The descriptor and the argument by which a worker learns of them.
inline constexpr int sharedLanesDescriptor = 3;
inline constexpr const char* sharedLaneArgument = "--shared-lane";

} // namespace troika
