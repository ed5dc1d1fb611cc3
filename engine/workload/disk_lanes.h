// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/disk_plan.h"
#include "workload/step_work.h"

#include <memory>

namespace troika {

/// By what an event loop does file operations that must not block it.
enum class DiskMeans { IoUring, Pool };

/// Threads of the pool that a loop falls back on.
inline constexpr int diskPoolThreads = 4;

/// By what a loop of this machine does this plan.
[[nodiscard]] DiskMeans diskMeans(const DiskPlan& plan);

/// A lane of blocking calls with a descriptor of its own.
[[nodiscard]] std::unique_ptr<BlockingStep> makeDiskBlocking(const DiskPlan& plan);

/// A loop's way. Destroyed before its loop; waits for what is on the pool.
[[nodiscard]] std::unique_ptr<AsyncStep> makeDiskAsync(const DiskPlan& plan, const LoopPlace& loop,
                                                       DiskMeans means);

/// The same two for a plan that creates files.
[[nodiscard]] std::unique_ptr<BlockingStep> makeCreateBlocking(const DiskPlan& plan);
[[nodiscard]] std::unique_ptr<AsyncStep> makeCreateAsync(const DiskPlan& plan,
                                                         const LoopPlace& loop, DiskMeans means);

} // namespace troika
