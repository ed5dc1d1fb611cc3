// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xxh3.h"
#include "workload/disk_plan.h"

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <troika/base/result.h>
#include <troika/sample/sample.h>

namespace troika {

/// Memory for one block, aligned as O_DIRECT wants it and touched, so that no task meets its page
/// faults. Empty where there is no memory.
class BlockBuffer {
public:
    BlockBuffer() = default;
    explicit BlockBuffer(std::uint64_t size);

    explicit operator bool() const { return m_bytes != nullptr; }
    [[nodiscard]] std::span<std::byte> bytes() const { return {m_bytes.get(), m_size}; }

private:
    struct Free {
        void operator()(std::byte* bytes) const { std::free(bytes); }
    };
    std::unique_ptr<std::byte, Free> m_bytes;
    std::size_t m_size = 0;
};

/// "no-memory": there is none for `count` blocks of `size` bytes.
[[nodiscard]] tl::unexpected<Failure> noMemoryForBlocks(std::uint64_t count, std::uint64_t size);

/// What a fresh file holds: the eight bytes from offset 8 w on are mix64(w + 1), little-endian.
/// Fills `bytes`, which lie at `offset` of the file (a multiple of 8).
void fillFileContent(std::span<std::byte> bytes, std::uint64_t offset);

/// Whether `bytes` at `offset` are a fresh file's: looks at the first whole word of every 4 KiB.
[[nodiscard]] bool isFileContent(std::span<const std::byte> bytes, std::uint64_t offset);

/// What tasks write is the same pattern, that of offset 0, in all blocks (fillFileContent, once a
/// buffer), and in the first 16 bytes of each 4 KiB a stamp of who wrote it.
void stampBlock(std::span<std::byte> bytes, const TaskName& task, std::uint64_t block);

/// Whether `bytes` are all that this task had to write as its block. Compares every byte.
[[nodiscard]] bool isBlockOf(std::span<const std::byte> bytes, const TaskName& task,
                             std::uint64_t block);

/// Whether `bytes`, read back from `offset`, are whole and what some task of the slice that
/// `anyTask` belongs to had to write just there (anywhere, where the plan appends). Compares every
/// byte.
[[nodiscard]] bool isWrittenBlock(std::span<const std::byte> bytes, std::uint64_t offset,
                                  const DiskPlan& plan, TaskName anyTask);

/// The blocks of one task: where they lie, what is written, whether what was read is right. The
/// digest is the XXH3-64 of its block; of several blocks, these folded one after the other.
class TaskBlocks {
public:
    TaskBlocks(const DiskPlan& plan, const TaskName& task)
        : m_task(task), m_positions(plan, task), m_hasPlaces(plan.hasPlaces()) {}

    /// 0 where blocks have no places: a file opened for appending takes no heed of it.
    [[nodiscard]] std::uint64_t offset(std::uint64_t block) const {
        return m_hasPlaces ? m_positions.offset(block) : 0;
    }
    /// Makes `bytes` what this task has to write as its block.
    void prepare(std::span<std::byte> bytes, std::uint64_t block) {
        stampBlock(bytes, m_task, block);
        add(bytes, block);
    }
    /// Takes `bytes` as this task's block read; false where they are not the file's.
    [[nodiscard]] bool accept(std::span<const std::byte> bytes, std::uint64_t block) {
        add(bytes, block);
        return isFileContent(bytes, offset(block));
    }
    [[nodiscard]] std::uint64_t digest() const { return m_digest; }

private:
    void add(std::span<const std::byte> bytes, std::uint64_t block) {
        const std::uint64_t digest = xxh3(bytes.data(), bytes.size());
        m_digest = block == 0 ? digest : foldDigest(m_digest, digest);
    }

    TaskName m_task;
    DiskPositions m_positions;
    bool m_hasPlaces;
    std::uint64_t m_digest = 0;
};

} // namespace troika
