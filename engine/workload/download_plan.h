// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "origin/request.h"
#include "workload/draw.h"

#include <chrono>
#include <cstdint>
#include <troika/scenario/catalogue.h>

namespace troika {

/// The settings that a download step has, for scenarios, lists and forms.
[[nodiscard]] Kind downloadDeclaration();

/// A download step's settings, read once. A plain value.
struct DownloadPlan {
    std::uint64_t size = 0;
    Delay delay;
    std::uint64_t rate = 0; ///< 0: as fast as it goes.
    double failures = 0;
    double drops = 0;
    bool keepAlive = true;
    std::uint32_t pool = 0; ///< Connections that the tasks of a loop share; 0: one a task.
    TimeWindows stalls;
    std::uint32_t stallList = 0; ///< Of the origin's lists, the one that tells `stalls`.
    std::uint16_t port = 0;
    std::chrono::nanoseconds timeout{};

    /// `step`: which one of its task's.
    DownloadPlan(const Settings& settings, std::uint16_t originPort,
                 std::chrono::nanoseconds taskTimeout, std::uint32_t step = 0);

    /// What `task` asks of the origin. Draws, in this order: the variant (nextBelow), the delay
    /// (nextDelay), the failure (nextUnit), the drop (nextUnit; an error answer is not cut too).
    [[nodiscard]] OriginRequest request(const TaskName& task) const;
};

} // namespace troika
