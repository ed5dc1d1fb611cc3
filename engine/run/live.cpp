// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/run/live.h>

#include <algorithm>
#include <utility>

namespace troika {

std::vector<LiveSlice> LiveRun::slices() const {
    const std::scoped_lock hold(m_guard);
    return m_slices;
}

void LiveRun::addLog(const std::string& contender, const std::filesystem::path& file) {
    auto log = SampleLog::open(file);
    if (!log) return;
    const std::scoped_lock hold(m_guard);
    m_logs.emplace_back(contender, std::make_shared<SampleLog>(std::move(*log)));
}

void LiveRun::begin(const std::string& contender, int round, int attempt, bool warmUp,
                    std::uint64_t place) {
    const std::scoped_lock hold(m_guard);
    const auto log = std::find_if(m_logs.begin(), m_logs.end(),
                                  [&](const auto& known) { return known.first == contender; });
    if (log == m_logs.end()) return;
    m_slices.push_back({contender, round, attempt, warmUp, true, place, log->second});
}

void LiveRun::discount(const std::string& contender, int round, int attempt) {
    const std::scoped_lock hold(m_guard);
    for (LiveSlice& slice : m_slices) {
        const bool same = slice.contender == contender && slice.round == round &&
                          slice.attempt == attempt && !slice.warmUp;
        if (same) slice.counted = false;
    }
}

} // namespace troika
