// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/teller.h"

#include "platform/stamp_clock.h"

#include <algorithm>

namespace troika {

Teller::Teller(const ProgressListener& listener, std::size_t points)
    : m_listener(listener), m_points(points), m_begun(monotonicNow()) {}

void Teller::tell(Progress::Phase phase, const PointRace& point, const std::string& label) {
    if (!m_listener) return;
    const bool racing = phase == Progress::Phase::WarmUp || phase == Progress::Phase::Racing;
    Progress progress;
    progress.phase = phase;
    progress.round = racing ? point.pass().round + 1 : 1;
    progress.rounds = racing ? point.roundsLikeThis() : point.scenario().rounds;
    progress.contender = label;
    progress.point = point.point();
    progress.points = m_points;
    const auto wanted = static_cast<double>(std::max<std::uint64_t>(m_wanted, 1));
    const auto done = static_cast<double>(m_done);
    const bool over = m_isLast && phase >= Progress::Phase::StartUps;
    progress.done = over ? 1.0 : std::min(done / wanted, 1.0);
    if (m_anyRound && m_done > 0) {
        const double elapsed = static_cast<double>(monotonicNow() - m_begun) * 1e-9;
        progress.secondsLeft = elapsed / done * std::max(wanted - done, 0.0);
    }
    m_listener(progress);
}

} // namespace troika
