// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/blame.h"

#include "scenario/fields.h"
#include "scenario/read_setting.h"

#include <optional>

namespace troika {
namespace {

/// A whole number in a scenario, and how to change it.
struct Knob {
    std::string field;
    std::int64_t low = 0;
    std::int64_t now = 0;
    std::function<void(Scenario&, std::int64_t)> turn;
};

void addKnobs(const Settings& settings, const std::vector<Setting>& declared,
              const std::string& path, const std::function<Settings&(Scenario&)>& settingsOf,
              std::vector<Knob>& knobs) {
    for (const Setting& setting : declared) {
        if (setting.type != SettingType::Integer || !settings.has(setting.name)) continue;
        knobs.push_back({fieldOf(path, setting.name), static_cast<std::int64_t>(setting.low),
                         settings.integer(setting.name),
                         [settingsOf, name = setting.name](Scenario& scenario, std::int64_t value) {
                             settingsOf(scenario).set(name, value);
                         }});
    }
}

std::vector<Knob> knobsOf(const Scenario& scenario, const Catalogue& catalogue,
                          const std::vector<std::size_t>& contenders) {
    std::vector<Knob> knobs;
    for (const std::size_t i : contenders) {
        const Contender& contender = scenario.contenders[i];
        const BackendDeclaration* backend = catalogue.backend(contender.backend);
        if (backend == nullptr) continue;
        addKnobs(
            contender.settings, backend->settings, contenderPath(contender.label),
            [i](Scenario& changed) -> Settings& { return changed.contenders[i].settings; }, knobs);
    }
    const Arrivals& arrivals = scenario.workload.arrivals;
    if (const Kind* kind = catalogue.arrival(arrivals.kind)) {
        addKnobs(
            arrivals.settings, kind->settings, arrivalsPath,
            [](Scenario& changed) -> Settings& { return changed.workload.arrivals.settings; },
            knobs);
    }
    knobs.push_back(
        {"rounds", static_cast<std::int64_t>(roundsSetting().low), scenario.rounds,
         [](Scenario& changed, std::int64_t value) { changed.rounds = static_cast<int>(value); }});
    return knobs;
}

/// The greatest value of the knob with which the need fits; nothing where even the least is over.
std::optional<std::int64_t> greatestThatFits(const Scenario& scenario, const Knob& knob,
                                             const Need& need, double limit) {
    Scenario changed = scenario;
    const auto fits = [&](std::int64_t value) {
        knob.turn(changed, value);
        return need(changed) <= limit;
    };
    if (knob.low >= knob.now || !fits(knob.low)) return std::nullopt;
    std::int64_t good = knob.low;
    std::int64_t bad = knob.now;
    while (bad - good > 1) {
        const std::int64_t middle = good + (bad - good) / 2;
        (fits(middle) ? good : bad) = middle;
    }
    return good;
}

} // namespace

Finding blame(const Scenario& scenario, const Catalogue& catalogue,
              const std::vector<std::size_t>& contenders, const Need& need, double limit,
              const Text& problem) {
    for (const Knob& knob : knobsOf(scenario, catalogue, contenders)) {
        const auto greatest = greatestThatFits(scenario, knob, need, limit);
        if (!greatest) continue;
        return {knob.field, fmt::format("{}", knob.now), problem,
                bilingual("at most {} here", "здесь не больше {}", *greatest)};
    }
    const bool isOne = !contenders.empty();
    return {isOne ? contenderPath(scenario.contenders[contenders.front()].label) : arrivalsPath,
            "",
            problem,
            {"fewer contenders, tasks or rounds, or a machine with more",
             "меньше участников, задач или раундов — или машина мощнее"}};
}

} // namespace troika
