// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/workspace.h"
#include "trial/origin_process.h"

#include <optional>
#include <troika/scenario/scenario.h>

namespace troika {

/// The server that downloads come from: one for all trials of a run, if they need one. Used by one
/// thread.
class SharedOrigin {
public:
    /// For steps of these kinds.
    SharedOrigin(const Workload& workload, Workspace& workspace);

    [[nodiscard]] bool needed() const { return m_needed; }
    Result<> start();
    [[nodiscard]] bool alive();
    /// A new one in place of one that died, where trials expect it, having computed what the old
    /// one knew of this work.
    Result<> replace(const Workload& workload);
    void end() { m_origin.reset(); }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// Its processor time so far, ns.
    [[nodiscard]] std::int64_t time() const { return m_origin ? m_origin->processorTime() : 0; }

private:
    Result<> startAt(std::uint16_t port);

    Workspace& m_workspace;
    bool m_needed = false;
    std::optional<OriginProcess> m_origin;
    std::uint16_t m_port = 0;
};

} // namespace troika
