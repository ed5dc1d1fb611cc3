// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/draw.h"

#include <cstdint>
#include <filesystem>
#include <troika/scenario/catalogue.h>

namespace troika {

/// What a disk step does, read once from its settings.
struct DiskPlan {
    enum class Operation { Read, Write, Append, Create };
    enum class Cache { Buffered, Dropped, Direct };

    std::filesystem::path file;
    Operation operation = Operation::Read;
    Cache cache = Cache::Buffered;
    bool random = true;
    bool syncTask = false;
    std::uint64_t block = 4096; ///< Bytes.
    std::uint64_t blocks = 1;   ///< A task.
    std::uint64_t fileSize = 0; ///< Bytes; at least block * blocks. 0 where nothing lies there yet.

    [[nodiscard]] bool writes() const { return operation != Operation::Read; }
    [[nodiscard]] bool appends() const { return operation == Operation::Append; }
    [[nodiscard]] bool creates() const { return operation == Operation::Create; }
    /// Whether there is a file of that size, in which each block has its place.
    [[nodiscard]] bool hasPlaces() const { return !appends() && !creates(); }
    [[nodiscard]] bool direct() const { return cache == Cache::Direct; }
};

[[nodiscard]] DiskPlan readDiskPlan(const Settings& settings,
                                    const std::filesystem::path& directory);

/// The declaration of "disk": its settings and the rules between them.
[[nodiscard]] Kind diskDeclaration();

/// Where in a file that hasPlaces() the blocks of a task lie: a function of (seed, round, task,
/// step).
///
/// Random: the file's blocks in an order drawn for (seed, round), block i of task t being number
/// t * blocks + i of it: no block comes twice before all came once. Sequential: task by task and
/// block by block on through the file, from a start drawn for (seed, round), and round again at
/// its end.
class DiskPositions {
public:
    DiskPositions(const DiskPlan& plan, const TaskName& task);

    /// In bytes; a multiple of the block size.
    [[nodiscard]] std::uint64_t offset(std::uint64_t block) const;

private:
    const DiskPlan& m_plan;
    std::uint64_t m_task;
    std::uint64_t m_sliceKey;
};

/// The place of `index` in an order of 0 … count - 1 drawn from `key`; index < count. A Feistel
/// network of four rounds with cycle walking (Black, Rogaway: Ciphers with arbitrary finite
/// domains, CT-RSA 2002).
[[nodiscard]] std::uint64_t permuted(std::uint64_t index, std::uint64_t count, std::uint64_t key);

} // namespace troika
