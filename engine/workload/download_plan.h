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
    bool keepAlive = true;
    std::uint16_t port = 0;
    std::chrono::nanoseconds timeout{};

    DownloadPlan(const Settings& settings, std::uint16_t originPort,
                 std::chrono::nanoseconds taskTimeout);

    /// What `task` asks of the origin. Draws, in this order: the variant (nextBelow), the delay
    /// (nextDelay), the failure (nextUnit).
    [[nodiscard]] OriginRequest request(const TaskName& task) const;
};

} // namespace troika
