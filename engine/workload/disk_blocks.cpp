// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_blocks.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace troika {
namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t word = sizeof(std::uint64_t);

std::uint64_t fileWord(std::uint64_t index) { return mix64(index + 1); }

/// Of one 4 KiB of a block: a key of task, block and page, and whose it is in plain.
struct Stamp {
    std::uint64_t key = 0;
    std::uint64_t writer = 0; ///< Task * 2^32 + block.
};

Stamp stampOf(std::uint64_t taskKey, std::uint64_t task, std::uint64_t block, std::size_t at) {
    return {mix64(taskKey + (block << 32) + at), (task << 32) + block};
}

} // namespace

BlockBuffer::BlockBuffer(std::uint64_t size) {
    const std::uint64_t whole = (size + page - 1) / page * page;
    m_bytes.reset(static_cast<std::byte*>(std::aligned_alloc(page, whole)));
    if (!m_bytes) return;
    m_size = size;
    fillFileContent(bytes(), 0);
}

tl::unexpected<Failure> noMemoryForBlocks(std::uint64_t count, std::uint64_t size) {
    return failure("no-memory",
                   bilingual("No memory for blocks of {1} bytes, {0} at once.",
                             "Не хватает памяти для блоков по {1} байт, сразу {0}.", count, size));
}

void fillFileContent(std::span<std::byte> bytes, std::uint64_t offset) {
    for (std::size_t at = 0; at < bytes.size(); at += word) {
        const std::uint64_t value = fileWord((offset + at) / word);
        std::memcpy(bytes.data() + at, &value, std::min(word, bytes.size() - at));
    }
}

bool isFileContent(std::span<const std::byte> bytes, std::uint64_t offset) {
    const std::size_t toWord = (word - offset % word) % word;
    for (std::size_t at = toWord; at + word <= bytes.size(); at += page) {
        std::uint64_t value = 0;
        std::memcpy(&value, bytes.data() + at, word);
        if (value != fileWord((offset + at) / word)) return false;
    }
    return true;
}

void stampBlock(std::span<std::byte> bytes, const TaskName& task, std::uint64_t block) {
    const std::uint64_t taskKey = Draws(task).next();
    for (std::size_t at = 0; at + sizeof(Stamp) <= bytes.size(); at += page) {
        const Stamp stamp = stampOf(taskKey, task.task, block, at);
        std::memcpy(bytes.data() + at, &stamp, sizeof stamp);
    }
}

bool isBlockOf(std::span<const std::byte> bytes, const TaskName& task, std::uint64_t block) {
    std::vector<std::byte> expected(bytes.size());
    fillFileContent(expected, 0);
    stampBlock(expected, task, block);
    return std::ranges::equal(expected, bytes);
}

bool isWrittenBlock(std::span<const std::byte> bytes, std::uint64_t offset, const DiskPlan& plan,
                    TaskName anyTask) {
    std::vector<std::byte> expected(bytes.size());
    fillFileContent(expected, 0);
    for (std::size_t at = 0; at + sizeof(Stamp) <= bytes.size(); at += page) {
        Stamp found;
        std::memcpy(&found, bytes.data() + at, sizeof found);
        const std::uint64_t block = found.writer & 0xFFFFFFFFU;
        anyTask.task = static_cast<std::uint32_t>(found.writer >> 32);
        if (block >= plan.blocks) return false;
        const bool isPlaced = plan.hasPlaces();
        if (isPlaced && DiskPositions(plan, anyTask).offset(block) != offset) return false;
        const Stamp right = stampOf(Draws(anyTask).next(), anyTask.task, block, at);
        std::memcpy(expected.data() + at, &right, sizeof right);
    }
    return std::ranges::equal(expected, bytes);
}

} // namespace troika
