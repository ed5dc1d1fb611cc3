// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_blocks.h"
#include "workload/disk_check.h"
#include "workload/disk_lanes.h"
#include "workload/disk_tree.h"

namespace troika {
namespace {

class CreateBlocking final : public BlockingStep {
public:
    explicit CreateBlocking(const DiskPlan& plan) : m_plan(plan), m_check(m_plan) {}

    Result<> leadIn() override {
        if (!m_buffer) m_buffer = BlockBuffer(m_plan.block);
        if (!m_buffer) return noMemoryForBlocks(1, m_plan.block);
        m_check.begin();
        return {};
    }

    StepOutcome perform(const TaskName& task) override {
        TaskBlocks blocks(m_plan, task);
        TaskFiles files(m_plan, task.task);
        if (const int error = makeDirectory(files.directory()); error != 0) return failedBy(error);
        for (std::uint64_t i = 0; i < m_plan.blocks; ++i) {
            blocks.prepare(m_buffer.bytes(), i);
            const int error = makeFile(files.file(i), m_buffer.bytes(), m_plan.syncTask);
            if (error != 0) return failedBy(error);
        }
        m_check.wrote(task);
        return {Outcome::Finished, blocks.digest()};
    }

    void settle() override { m_check.verify(-1); }

private:
    const DiskPlan m_plan;
    BlockBuffer m_buffer;
    WriteCheck m_check;
};

} // namespace

std::unique_ptr<BlockingStep> makeCreateBlocking(const DiskPlan& plan) {
    return std::make_unique<CreateBlocking>(plan);
}

} // namespace troika
