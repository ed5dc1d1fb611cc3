// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_blocks.h"
#include "workload/disk_check.h"
#include "workload/disk_file.h"
#include "workload/disk_lanes.h"

#include <cerrno>

namespace troika {
namespace {

class DiskBlocking final : public BlockingStep {
public:
    explicit DiskBlocking(const DiskPlan& plan) : m_plan(plan), m_check(m_plan) {}

    Result<> leadIn() override {
        if (!m_buffer) m_buffer = BlockBuffer(m_plan.block);
        if (!m_buffer) return noMemoryForBlocks(1, m_plan.block);
        auto opened = openDiskFile(m_plan);
        if (!opened) return passOn(opened);
        m_file = std::move(*opened);
        m_check.begin();
        return {};
    }

    StepOutcome perform(const TaskName& task) override {
        TaskBlocks blocks(m_plan, task);
        return m_plan.writes() ? write(task, blocks) : read(blocks);
    }

    void settle() override {
        if (m_file) m_check.verify(m_file.get());
        m_file.close();
    }

private:
    StepOutcome read(TaskBlocks& blocks) {
        for (std::uint64_t i = 0; i < m_plan.blocks; ++i) {
            if (!readWhole(m_file.get(), m_buffer.bytes(), blocks.offset(i))) {
                return failedBy(errno);
            }
            if (!blocks.accept(m_buffer.bytes(), i)) return {Outcome::Wrong, blocks.digest()};
        }
        return {Outcome::Finished, blocks.digest()};
    }

    StepOutcome write(const TaskName& task, TaskBlocks& blocks) {
        for (std::uint64_t i = 0; i < m_plan.blocks; ++i) {
            blocks.prepare(m_buffer.bytes(), i);
            if (!writeWhole(m_file.get(), m_buffer.bytes(), blocks.offset(i))) {
                return failedBy(errno);
            }
        }
        if (m_plan.syncTask && ::fdatasync(m_file.get()) != 0) return failedBy(errno);
        m_check.wrote(task);
        return {Outcome::Finished, blocks.digest()};
    }

    const DiskPlan m_plan;
    BlockBuffer m_buffer;
    Descriptor m_file;
    WriteCheck m_check;
};

} // namespace

std::unique_ptr<BlockingStep> makeDiskBlocking(const DiskPlan& plan) {
    if (plan.creates()) return makeCreateBlocking(plan);
    return std::make_unique<DiskBlocking>(plan);
}

} // namespace troika
