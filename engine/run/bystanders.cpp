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
    const std::int64_t others = std::max<std::int64_t>(machine - ours, 0);
    const double capacity =
        static_cast<double>(wall) * std::max(std::thread::hardware_concurrency(), 1U);
    return {.seconds = static_cast<double>(others) * 1e-9,
            .share = static_cast<double>(others) / capacity};
}

} // namespace troika
