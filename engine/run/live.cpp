// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/run/live.h>

#include <utility>

namespace troika {

std::vector<LiveSlice> LiveRun::slices() const {
    const std::scoped_lock hold(m_guard);
    return m_slices;
}

std::vector<LiveEnd> LiveRun::ends() const {
    const std::scoped_lock hold(m_guard);
    return m_ends;
}

void LiveRun::addLog(const std::string& contender, const std::filesystem::path& file,
                     std::size_t point) {
    auto log = SampleLog::open(file);
    if (!log) return;
    const std::scoped_lock hold(m_guard);
    m_logs[{point, contender}] = std::make_shared<SampleLog>(std::move(*log));
}

void LiveRun::begin(const std::string& contender, int round, int attempt, bool warmUp,
                    std::uint64_t place, std::size_t point) {
    const std::scoped_lock hold(m_guard);
    const auto log = m_logs.find({point, contender});
    if (log == m_logs.end()) return;
    m_slices.push_back({contender, point, round, attempt, warmUp, true, place, log->second});
}

void LiveRun::discount(const std::string& contender, int round, int attempt, std::size_t point) {
    const std::scoped_lock hold(m_guard);
    for (LiveSlice& slice : m_slices) {
        const bool same = slice.contender == contender && slice.point == point &&
                          slice.round == round && slice.attempt == attempt && !slice.warmUp;
        if (same) slice.counted = false;
    }
}

void LiveRun::end(LiveEnd end) {
    const std::scoped_lock hold(m_guard);
    m_ends.push_back(std::move(end));
}

} // namespace troika
