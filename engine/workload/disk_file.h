// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"
#include "workload/disk_plan.h"

#include <cstddef>
#include <span>
#include <troika/base/result.h>

namespace troika {

/// Makes the plan's file anew, its directory too; where tasks create files, the tree for them. Room
/// taken first ("disk-full" where there is none, and nothing is left), content written, synced, and
/// out of the page cache unless the plan is buffered. "direct-refused" where the plan is direct and
/// the file system is not.
[[nodiscard]] Result<> makeDiskFile(const DiskPlan& plan);

/// Opens the plan's file as a lane uses it: for reading, for both where the plan writes, at its end
/// where it appends.
[[nodiscard]] Result<Descriptor> openDiskFile(const DiskPlan& plan);

/// Brings the file back to rest after a slice: writes what is dirty, and empties the page cache of
/// it where the plan says so. What was appended or created goes.
[[nodiscard]] Result<> settleDiskFile(const DiskPlan& plan);

/// Whole reads and writes, short counts continued; false with errno set (EIO at the file's end).
[[nodiscard]] bool readWhole(int descriptor, std::span<std::byte> bytes, std::uint64_t offset);
[[nodiscard]] bool writeWhole(int descriptor, std::span<const std::byte> bytes,
                              std::uint64_t offset);

} // namespace troika
