// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_plan.h"

#include <bit>
#include <limits>
#include <troika/base/check.h>

namespace troika {
namespace {

/// A name that no task has: of what is drawn once for a whole slice.
TaskName sliceName(TaskName task) {
    task.task = std::numeric_limits<std::uint32_t>::max();
    return task;
}

DiskPlan::Operation operationOf(const std::string& name) {
    return name == "write"    ? DiskPlan::Operation::Write
           : name == "append" ? DiskPlan::Operation::Append
           : name == "create" ? DiskPlan::Operation::Create
                              : DiskPlan::Operation::Read;
}

DiskPlan::Cache cacheOf(const std::string& name) {
    return name == "direct"    ? DiskPlan::Cache::Direct
           : name == "dropped" ? DiskPlan::Cache::Dropped
                               : DiskPlan::Cache::Buffered;
}

} // namespace

DiskPlan readDiskPlan(const Settings& settings, const std::filesystem::path& directory) {
    DiskPlan plan;
    plan.file = directory / "data.bin";
    plan.operation = operationOf(settings.choice("operation"));
    if (settings.has("cache")) plan.cache = cacheOf(settings.choice("cache"));
    plan.syncTask = settings.choice("sync") == "task";
    plan.block = settings.bytes("block");
    plan.blocks = static_cast<std::uint64_t>(settings.integer("blocks"));
    plan.random = plan.hasPlaces() && settings.choice("pattern") == "random";
    if (!plan.hasPlaces()) return plan;
    plan.fileSize = settings.bytes("file_size");
    TROIKA_CHECK(plan.block > 0 && plan.fileSize / plan.block >= plan.blocks,
                 "a validated scenario's file holds the blocks of a task");
    return plan;
}

DiskPositions::DiskPositions(const DiskPlan& plan, const TaskName& task)
    : m_plan(plan), m_task(task.task), m_sliceKey(Draws(sliceName(task)).next()) {}

std::uint64_t DiskPositions::offset(std::uint64_t block) const {
    if (m_plan.random) {
        const std::uint64_t count = m_plan.fileSize / m_plan.block;
        const std::uint64_t index = (m_task * m_plan.blocks + block) % count;
        return permuted(index, count, m_sliceKey) * m_plan.block;
    }
    const std::uint64_t taskSize = m_plan.block * m_plan.blocks;
    const std::uint64_t regions = m_plan.fileSize / taskSize;
    const std::uint64_t region = (m_sliceKey % regions + m_task) % regions;
    return region * taskSize + block * m_plan.block;
}

std::uint64_t permuted(std::uint64_t index, std::uint64_t count, std::uint64_t key) {
    TROIKA_CHECK(index < count, "only what is in the order has a place in it");
    const int half = (std::bit_width(count - 1) + 1) / 2;
    const std::uint64_t mask = (std::uint64_t{1} << half) - 1;
    do {
        std::uint64_t left = index >> half;
        std::uint64_t right = index & mask;
        for (std::uint64_t round = 0; round < 4; ++round) {
            const std::uint64_t next = left ^ (mix64(key + (round << 56) + right) & mask);
            left = right;
            right = next;
        }
        index = (left << half) | right;
    } while (index >= count);
    return index;
}

} // namespace troika
