// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/scenario/scenario.h>

#include <algorithm>

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

std::uint64_t tasksPerSlice(const Workload& workload) {
    const Settings& arrivals = workload.arrivals.settings;
    if (!arrivals.has(tasksSetting)) return 0;
    return static_cast<std::uint64_t>(std::max<std::int64_t>(arrivals.integer(tasksSetting), 0));
}

int slicesPerTrial(const Scenario& scenario) {
    return scenario.warmUpRounds + scenario.rounds + std::max(2, (scenario.rounds + 1) / 2);
}

} // namespace troika
