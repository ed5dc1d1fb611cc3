// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_check.h"

#include "workload/disk_blocks.h"
#include "workload/disk_file.h"
#include "workload/disk_tree.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>

namespace troika {
namespace {

constexpr std::size_t tasksKept = 16;
constexpr std::uint64_t blocksOfATask = 16;

} // namespace

WriteCheck::WriteCheck(const DiskPlan& plan) : m_plan(plan) { begin(); }

void WriteCheck::begin() {
    m_tasks.clear();
    m_count = 0;
    m_tasks.reserve(std::max<std::size_t>(1, tasksKept / std::min(m_plan.blocks, blocksOfATask)));
}

void WriteCheck::verify(int descriptor) {
    if (m_tasks.empty() || isRight(descriptor)) return;
    const Descriptor note(
        ::open(wrongBlockNote(m_plan).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

bool WriteCheck::isRight(int descriptor) const {
    if (m_plan.creates()) return isCreatedRight();
    return m_plan.appends() ? isAppendedRight(descriptor) : isPlacedRight(descriptor);
}

/// A torn block, of a task that failed or of a worker that was killed, moves all that follow it:
/// then there is no telling where blocks begin.
bool WriteCheck::isAppendedRight(int descriptor) const {
    struct stat state {};
    if (::fstat(descriptor, &state) != 0) return false;
    const auto size = static_cast<std::uint64_t>(state.st_size);
    if (size < m_count * m_plan.blocks * m_plan.block) return false;
    const BlockBuffer buffer(m_plan.block);
    if (!buffer || size % m_plan.block != 0) return true;
    const std::uint64_t there = size / m_plan.block;
    const std::uint64_t looked = std::min(there, blocksOfATask);
    for (std::uint64_t i = 0; i < looked; ++i) {
        const std::uint64_t offset = i * there / looked * m_plan.block;
        if (!readWhole(descriptor, buffer.bytes(), offset)) return false;
        if (!isWrittenBlock(buffer.bytes(), offset, m_plan, m_tasks.front())) return false;
    }
    return true;
}

bool WriteCheck::isCreatedRight() const {
    const BlockBuffer buffer(m_plan.block);
    if (!buffer) return true;
    for (const TaskName& task : m_tasks) {
        TaskFiles files(m_plan, task.task);
        for (std::uint64_t i = 0; i < std::min(m_plan.blocks, blocksOfATask); ++i) {
            const Descriptor file(::open(files.file(i), O_RDONLY | O_CLOEXEC));
            struct stat state {};
            if (!file || ::fstat(file.get(), &state) != 0) return false;
            if (static_cast<std::uint64_t>(state.st_size) != m_plan.block) return false;
            if (!readWhole(file.get(), buffer.bytes(), 0)) return false;
            if (!isBlockOf(buffer.bytes(), task, i)) return false;
        }
    }
    return true;
}

bool WriteCheck::isPlacedRight(int descriptor) const {
    const BlockBuffer buffer(m_plan.block);
    if (!buffer) return true;
    for (const TaskName& task : m_tasks) {
        const DiskPositions positions(m_plan, task);
        for (std::uint64_t i = 0; i < std::min(m_plan.blocks, blocksOfATask); ++i) {
            const std::uint64_t offset = positions.offset(i);
            if (!readWhole(descriptor, buffer.bytes(), offset)) return false;
            if (!isWrittenBlock(buffer.bytes(), offset, m_plan, task)) return false;
        }
    }
    return true;
}

std::filesystem::path wrongBlockNote(const DiskPlan& plan) {
    std::filesystem::path note = plan.file;
    return note += ".wrong";
}

} // namespace troika
