// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/disk_blocks.h"

#include <memory>
#include <utility>
#include <vector>

namespace troika {

/// The block buffers of one loop: taken by a task, given back when its frame ends, however that
/// comes. Of one thread.
class BlockBuffers : public std::enable_shared_from_this<BlockBuffers> {
public:
    explicit BlockBuffers(std::uint64_t size) : m_size(size) {}

    /// A buffer on loan; outlives the loop's step if the kernel still writes into it.
    class Lease {
    public:
        Lease(std::shared_ptr<BlockBuffers> owner, BlockBuffer buffer)
            : m_owner(std::move(owner)), m_buffer(std::move(buffer)) {}
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (m_owner && m_buffer) m_owner->m_free.push_back(std::move(m_buffer));
        }
        explicit operator bool() const { return static_cast<bool>(m_buffer); }
        [[nodiscard]] std::span<std::byte> bytes() const { return m_buffer.bytes(); }

    private:
        std::shared_ptr<BlockBuffers> m_owner;
        BlockBuffer m_buffer;
    };

    /// Has `count` buffers ready, or as many as fit into 64 MiB; false where memory is short.
    [[nodiscard]] bool prepare(std::uint64_t count) {
        constexpr std::uint64_t readyBytes = 64U << 20;
        count = std::min(count, std::max<std::uint64_t>(1, readyBytes / m_size));
        m_free.reserve(count);
        while (m_free.size() < count) {
            BlockBuffer buffer(m_size);
            if (!buffer) return false;
            m_free.push_back(std::move(buffer));
        }
        return true;
    }

    /// Empty where memory is short.
    [[nodiscard]] Lease take() {
        if (m_free.empty()) return {shared_from_this(), BlockBuffer(m_size)};
        BlockBuffer buffer = std::move(m_free.back());
        m_free.pop_back();
        return {shared_from_this(), std::move(buffer)};
    }

private:
    std::uint64_t m_size;
    std::vector<BlockBuffer> m_free;
};

} // namespace troika
