// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/bystanders.h"

#include "platform/account.h"
#include "platform/stamp_clock.h"

#include <algorithm>
#include <thread>

namespace troika {

BystanderWatch::BystanderWatch(std::int64_t originTime)
    : m_wall(monotonicNow()),
      m_machine(machineProcessorTime() + stolenProcessorTime()),
      m_own(ownAccount().cpuNs()),
      m_origin(originTime) {}

Disturbance BystanderWatch::end(std::int64_t originTime, std::int64_t trialTime) const {
    const std::int64_t wall = std::max<std::int64_t>(monotonicNow() - m_wall, 1);
    const std::int64_t ours = ownAccount().cpuNs() - m_own + (originTime - m_origin) + trialTime;
    const std::int64_t machine = machineProcessorTime() + stolenProcessorTime() - m_machine;
    return {.seconds = static_cast<double>(machine - ours) * 1e-9,
            .capacity = static_cast<double>(wall) * 1e-9 *
                        std::max(std::thread::hardware_concurrency(), 1U)};
}

} // namespace troika
