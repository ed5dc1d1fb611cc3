// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/scenario/scenario.h>

#include <algorithm>
#include <cmath>

namespace troika {

const Contender* Scenario::contender(std::string_view label) const {
    const auto place = std::ranges::find(contenders, label, &Contender::label);
    return place == contenders.end() ? nullptr : &*place;
}

Text Scenario::titleOf(const std::string& label) const {
    const Contender* found = contender(label);
    if (found == nullptr || found->title.empty()) return {label, label};
    const auto shown = [&](Language language) {
        const std::string& own = found->title.in(language);
        return own.empty() ? label : own;
    };
    return {shown(Language::English), shown(Language::Russian)};
}

std::uint64_t mostTasks(const Arrivals& arrivals) {
    const Settings& settings = arrivals.settings;
    if (settings.has(tasksSetting)) {
        return static_cast<std::uint64_t>(
            std::max<std::int64_t>(settings.integer(tasksSetting), 0));
    }
    const double seconds = std::chrono::duration<double>(admissionOf(arrivals)).count();
    if (seconds <= 0) return 0;
    if (!settings.has(rateSetting)) return mostClosedTasks;
    const double expected = settings.number(rateSetting) * seconds;
    return static_cast<std::uint64_t>(std::ceil(expected + 6 * std::sqrt(expected)));
}

std::chrono::nanoseconds admissionOf(const Arrivals& arrivals) {
    const bool timed = arrivals.settings.has(admissionSetting);
    return timed ? arrivals.settings.duration(admissionSetting) : std::chrono::nanoseconds(0);
}

std::uint64_t tasksPerSlice(const Workload& workload) { return mostTasks(workload.arrivals); }

int slicesPerTrial(const Scenario& scenario) {
    return scenario.warmUpRounds + scenario.rounds + std::max(2, (scenario.rounds + 1) / 2);
}

} // namespace troika
