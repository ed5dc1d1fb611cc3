// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/shared_origin.h"

#include "workload/step_work.h"

#include <algorithm>

namespace troika {

SharedOrigin::SharedOrigin(const Workload& workload, Workspace& workspace)
    : m_workspace(workspace),
      m_needed(std::any_of(workload.steps.begin(), workload.steps.end(),
                           [](const Step& step) { return stepKind(step.kind)->needsOrigin; })) {}

Result<> SharedOrigin::start() { return m_needed ? startAt(0) : Result<>(); }

bool SharedOrigin::alive() { return m_origin && m_origin->alive(); }

Result<> SharedOrigin::replace(const Workload& workload) {
    m_origin.reset();
    if (auto started = startAt(m_port); !started) return started;
    // What a trial's set-up does: it shall not compute within a slice what the old one knew.
    for (const Step& step : workload.steps) {
        const StepKind* kind = stepKind(step.kind);
        if (!kind->needsOrigin) continue;
        const auto work =
            kind->make(step.settings, {.originPort = m_port, .timeout = workload.timeout});
        if (auto warm = work->setUp(); !warm) return warm;
    }
    return {};
}

Result<> SharedOrigin::startAt(std::uint16_t port) {
    auto origin = OriginProcess::start(m_workspace.next(false).memory, port);
    if (!origin) return passOn(origin);
    m_origin.emplace(std::move(*origin));
    m_port = m_origin->port();
    return {};
}

} // namespace troika
