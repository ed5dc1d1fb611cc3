// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/field_words.h"

#include <fmt/format.h>
#include <troika/scenario/own_fields.h>
#include <troika/scenario/paths.h>

namespace troika::ui {

namespace {

/// Whether `path` is `field` or something within it.
bool isWithin(const std::string& path, const std::string& field) {
    return path.starts_with(field) && (path.size() == field.size() || path[field.size()] == '.');
}

/// Somebody whose settings stand in the form together.
struct Owner {
    std::string path;
    Text title;
    const std::vector<Setting>* settings;
};

std::vector<Owner> ownersIn(const Scenario& scenario, const Catalogue& catalogue) {
    std::vector<Owner> owners;
    const auto& steps = scenario.workload.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (const Kind* kind = catalogue.step(steps[i].kind)) {
            owners.push_back({stepPath(i), kind->title, &kind->settings});
        }
    }
    if (const Kind* kind = catalogue.arrival(scenario.workload.arrivals.kind)) {
        owners.push_back({arrivalsPath, kind->title, &kind->settings});
    }
    for (const Contender& contender : scenario.contenders) {
        if (const auto* backend = catalogue.backend(contender.backend)) {
            owners.push_back({contenderPath(contender.label), scenario.titleOf(contender.label),
                              &backend->settings});
        }
    }
    return owners;
}

} // namespace

QString fieldName(const std::string& path, const Scenario& scenario, const Catalogue& catalogue,
                  Language language) {
    for (const OwnField& own : ownFields()) {
        if (own.path == path) return QString::fromStdString(own.setting.title.in(language));
    }
    for (const Owner& owner : ownersIn(scenario, catalogue)) {
        for (const Setting& setting : *owner.settings) {
            if (!isWithin(path, owner.path + "." + setting.name)) continue;
            return QString("%1 (%2)").arg(QString::fromStdString(setting.title.in(language)),
                                          QString::fromStdString(owner.title.in(language)));
        }
    }
    return QString::fromStdString(path);
}

} // namespace troika::ui
