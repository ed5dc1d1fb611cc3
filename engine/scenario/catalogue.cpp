// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>

#include <algorithm>

namespace troika {
namespace {

template <class T>
const T* named(const std::vector<T>& all, std::string_view name) {
    const auto place = std::ranges::find(all, name, &T::name);
    return place == all.end() ? nullptr : &*place;
}

} // namespace

const Kind* Catalogue::step(std::string_view name) const { return named(steps, name); }

const Kind* Catalogue::arrival(std::string_view name) const { return named(arrivals, name); }

const BackendDeclaration* Catalogue::backend(std::string_view name) const {
    return named(backends, name);
}

Demand Catalogue::demandOf(const Scenario& scenario, const Contender& contender) const {
    const BackendDeclaration* declared = backend(contender.backend);
    Demand demand;
    if (declared != nullptr && declared->demand) demand = declared->demand(scenario, contender);
    for (const Step& used : scenario.workload.steps) {
        const Kind* kind = step(used.kind);
        if (kind == nullptr) continue;
        if (kind->laneBytes) demand.memoryBytes += demand.lanes * kind->laneBytes(used.settings);
        if (kind->sharedBytes) demand.memoryBytes += kind->sharedBytes(used.settings);
    }
    return demand;
}

} // namespace troika
