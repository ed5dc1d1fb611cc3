// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/disk_plan.h"

#include <filesystem>
#include <vector>

namespace troika {

/// Reads back, after a slice, a few of the blocks that one lane wrote; of a file that all lanes
/// appended to, a few of anybody's, and looks whether it is long enough for this lane's. What is
/// wrong is noted in a file beside the plan's, so that the runner learns of it also where the lane
/// is in a process of its own.
class WriteCheck {
public:
    explicit WriteCheck(const DiskPlan& plan);

    /// A new slice: forgets.
    void begin();
    /// A task of this slice has written all its blocks. Cheap: keeps the first few alone.
    void wrote(const TaskName& task) {
        ++m_count;
        if (m_tasks.size() < m_tasks.capacity()) m_tasks.push_back(task);
    }
    /// Reads the blocks from `descriptor` (opened by openDiskFile; of no matter where tasks create
    /// files of their own) and notes what is wrong.
    void verify(int descriptor);

private:
    [[nodiscard]] bool isRight(int descriptor) const;
    [[nodiscard]] bool isPlacedRight(int descriptor) const;
    [[nodiscard]] bool isAppendedRight(int descriptor) const;
    [[nodiscard]] bool isCreatedRight() const;

    const DiskPlan& m_plan;
    std::vector<TaskName> m_tasks; ///< The first few.
    std::uint64_t m_count = 0;     ///< Of all.
};

/// Where a lane notes that a block was not what had to be there.
[[nodiscard]] std::filesystem::path wrongBlockNote(const DiskPlan& plan);

} // namespace troika
