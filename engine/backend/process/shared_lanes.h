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
    [[nodiscard]] std::span<Item> peek() {
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

/// What a pool and its workers share: lanes, the sources of all inputs, and room for as many
/// outputs as there can be: those of tasks that workers hold.
struct SharedLanes {
    /// Tells where everything is.
    struct Shape {
        std::size_t workers = 0;
        std::size_t held = 0; ///< Tasks that a worker has at once at the most.
        std::size_t sourceBytes = 0;
        std::size_t outputBytes = 0; ///< Of one task.
    };

    explicit SharedLanes(const Shape& shape) : m_shape(shape) {}

    alignas(64) Bell replyBell; ///< Rung by every worker.

    [[nodiscard]] static std::size_t bytes(const Shape& shape) {
        return sourceOffset(shape) + payloadBytes(shape);
    }
    [[nodiscard]] static std::size_t payloadBytes(const Shape& shape) {
        return padded(shape.sourceBytes) + shape.workers * shape.held * padded(shape.outputBytes);
    }
    [[nodiscard]] const Shape& shape() const { return m_shape; }
    [[nodiscard]] SharedLane& lane(std::size_t worker) {
        return reinterpret_cast<SharedLane*>(this + 1)[worker];
    }
    [[nodiscard]] std::span<std::byte> sources() {
        return {at(sourceOffset(m_shape)), m_shape.sourceBytes};
    }
    /// Where the output belongs of a worker's task number `turn`, counted from its start. A worker
    /// answers in order, so the place is free when that task comes.
    [[nodiscard]] std::span<std::byte> output(std::size_t worker, std::uint64_t turn) {
        const std::size_t place = worker * m_shape.held + turn % m_shape.held;
        return {at(sourceOffset(m_shape) + padded(m_shape.sourceBytes) +
                   place * padded(m_shape.outputBytes)),
                m_shape.outputBytes};
    }

private:
    static constexpr std::size_t page = 4096;
    [[nodiscard]] static std::size_t padded(std::size_t size) {
        return (size + page - 1) / page * page;
    }
    [[nodiscard]] static std::size_t sourceOffset(const Shape& shape) {
        return padded(sizeof(SharedLanes) + shape.workers * sizeof(SharedLane));
    }
    [[nodiscard]] std::byte* at(std::size_t offset) {
        return reinterpret_cast<std::byte*>(this) + offset;
    }

    Shape m_shape;
};

/// The descriptor and the argument by which a worker learns of them.
inline constexpr int sharedLanesDescriptor = 3;
inline constexpr const char* sharedLaneArgument = "--shared-lane";

} // namespace troika
