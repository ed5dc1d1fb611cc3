// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/closed_plan.h"

#include <algorithm>
#include <chrono>

namespace troika {

ClosedPlan::ClosedPlan(const Rules& rules) : m_rules(rules), m_due(rules.most, rules.begin) {
    m_admitted = std::min(rules.inFlight, rules.most);
}

std::uint32_t ClosedPlan::admitted() const {
    const std::lock_guard lock(m_mutex);
    return m_admitted;
}

TaskRange ClosedPlan::claim(std::int64_t now, std::uint32_t most) {
    const std::lock_guard lock(m_mutex);
    return take(now, most);
}

std::int64_t ClosedPlan::nextDue() const {
    const std::lock_guard lock(m_mutex);
    return m_claimed < m_admitted ? m_due[m_claimed] : never;
}

bool ClosedPlan::exhausted() const {
    const std::lock_guard lock(m_mutex);
    return nothingLeft();
}

void ClosedPlan::await() {
    std::unique_lock lock(m_mutex);
    while (m_claimed == m_admitted && !nothingLeft()) m_changed.wait(lock);
    if (m_claimed == m_admitted) return;
    // Due times ascend: what comes meanwhile is due later.
    const std::int64_t due = m_due[m_claimed];
    lock.unlock();
    sleepUntil(due);
}

void ClosedPlan::ended(std::int64_t at) {
    {
        const std::lock_guard lock(m_mutex);
        admitAfter(at);
    }
    m_changed.notify_one();
}

TaskRange ClosedPlan::endedAndClaim(std::int64_t at) {
    TaskRange taken;
    bool tell = false;
    {
        const std::lock_guard lock(m_mutex);
        admitAfter(at);
        taken = take(at, all);
        tell = m_claimed < m_admitted || nothingLeft();
    }
    if (tell) m_changed.notify_one();
    return taken;
}

/// Lanes may tell their ends in another order than they ended in; due times ascend all the same.
void ClosedPlan::admitAfter(std::int64_t end) {
    ++m_ended;
    const std::int64_t due = end + m_rules.think;
    if (m_admitted == m_rules.most || due >= m_rules.close) return;
    m_due[m_admitted] = std::max(due, m_due[m_admitted - 1]);
    ++m_admitted;
}

TaskRange ClosedPlan::take(std::int64_t now, std::uint32_t most) {
    const std::uint32_t first = m_claimed;
    while (m_claimed < m_admitted && m_claimed - first < most && m_due[m_claimed] <= now) {
        ++m_claimed;
    }
    return {first, m_claimed};
}

bool ClosedPlan::nothingLeft() const {
    return m_claimed == m_admitted && (m_admitted == m_rules.most || m_ended == m_claimed);
}

} // namespace troika
