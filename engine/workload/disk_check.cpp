// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_check.h"

#include "workload/disk_blocks.h"
#include "workload/disk_file.h"

#include <algorithm>
#include <fcntl.h>

namespace troika {
namespace {

constexpr std::size_t tasksKept = 16;
constexpr std::uint64_t blocksOfATask = 16;

} // namespace

WriteCheck::WriteCheck(const DiskPlan& plan) : m_plan(plan) { begin(); }

void WriteCheck::begin() {
    m_tasks.clear();
    m_tasks.reserve(std::max<std::size_t>(1, tasksKept / std::min(m_plan.blocks, blocksOfATask)));
}

void WriteCheck::verify(int descriptor) {
    if (m_tasks.empty() || isRight(descriptor)) return;
    const Descriptor note(
        ::open(wrongBlockNote(m_plan).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

bool WriteCheck::isRight(int descriptor) const {
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
