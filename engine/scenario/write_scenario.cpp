// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/delay_shape.h"
#include "scenario/fields.h"
#include "scenario/read_text.h"
#include "scenario/sweep_json.h"
#include "scenario/windows.h"

#include <troika/base/check.h>
#include <troika/scenario/json.h>

#include <algorithm>

namespace troika {
namespace {

Json writeLength(double value, std::string_view parameter) {
    return plainParameter(parameter) != nullptr ? Json(value)
                                                : Json(writeQuantity(value, Unit::Seconds));
}

Json writeDelay(const Delay& delay) {
    if (delay.distribution == Delay::Distribution::Fixed) {
        return writeQuantity(delay.first, Unit::Seconds);
    }
    const auto shape =
        std::ranges::find(delayShapes, delay.distribution, &DelayShape::distribution);
    TROIKA_CHECK(shape != delayShapes.end(), "every distribution has a shape");
    Json json = Json::object();
    json[std::string(distributionKey)] = shape->name;
    json[std::string(shape->first)] = writeLength(delay.first, shape->first);
    if (!shape->second.empty()) {
        json[std::string(shape->second)] = writeLength(delay.second, shape->second);
    }
    return json;
}

Json writeValue(const SettingValue& value, const Setting& setting) {
    switch (setting.type) {
    case SettingType::Flag:
        return std::get<bool>(value);
    case SettingType::Integer:
        return std::get<std::int64_t>(value);
    case SettingType::Number:
        return std::get<double>(value);
    case SettingType::Quantity:
        if (setting.unit == Unit::None) return std::get<double>(value);
        return writeQuantity(std::get<double>(value), setting.unit);
    case SettingType::Choice:
        return std::get<std::string>(value);
    case SettingType::Windows:
        return writeWindows(std::get<TimeWindows>(value));
    case SettingType::Delay:
        break;
    }
    return writeDelay(std::get<Delay>(value));
}

void writeSettings(const Settings& settings, const std::vector<Setting>& declared, Json& into) {
    for (const Setting& setting : declared) {
        const SettingValue* value = settings.find(setting.name);
        if (value == nullptr) continue;
        const auto dot = setting.name.find('.'); // A member of an object: "payload.input".
        Json& place = dot == std::string::npos ? into : into[setting.name.substr(0, dot)];
        place[dot == std::string::npos ? setting.name : setting.name.substr(dot + 1)] =
            writeValue(*value, setting);
    }
}

Json writeWorkload(const Workload& workload, const Catalogue& catalogue) {
    Json json = Json::object();
    json["steps"] = Json::array();
    for (const Step& step : workload.steps) {
        const Kind* kind = catalogue.step(step.kind);
        TROIKA_CHECK(kind != nullptr, "a scenario's steps are in its catalogue");
        Json written = {{"kind", step.kind}};
        writeSettings(step.settings, kind->settings, written);
        json["steps"].push_back(std::move(written));
    }
    const Kind* kind = catalogue.arrival(workload.arrivals.kind);
    TROIKA_CHECK(kind != nullptr, "a scenario's arrivals are in its catalogue");
    json["arrivals"] = {{"kind", workload.arrivals.kind}};
    writeSettings(workload.arrivals.settings, kind->settings, json["arrivals"]);
    const auto timeout = static_cast<double>(workload.timeout.count()) / 1e9;
    json["timeout"] = writeQuantity(timeout, Unit::Seconds);
    return json;
}

Json writeContender(const Contender& contender, const Catalogue& catalogue) {
    const BackendDeclaration* backend = catalogue.backend(contender.backend);
    TROIKA_CHECK(backend != nullptr, "a scenario's backends are in its catalogue");
    Json json = {{"backend", contender.backend}, {"label", contender.label}};
    json["title"] = writeText(contender.title);
    writeSettings(contender.settings, backend->settings, json);
    return json;
}

} // namespace

Json writeScenario(const Scenario& scenario, const Catalogue& catalogue) {
    Json json = Json::object();
    json["schema"] = schemaName;
    json["name"] = scenario.name;
    json["title"] = writeText(scenario.title);
    json["about"] = writeText(scenario.about);
    json["workload"] = writeWorkload(scenario.workload, catalogue);
    json["backends"] = Json::array();
    for (const Contender& contender : scenario.contenders) {
        json["backends"].push_back(writeContender(contender, catalogue));
    }
    json["baseline"] = scenario.baseline;
    json["rounds"] = scenario.rounds;
    json["warm_up"] = {{"rounds", scenario.warmUpRounds}};
    json["seed"] = scenario.seed;
    if (!scenario.sweep.empty()) json["sweep"] = writeSweeps(scenario.sweep);
    return json;
}

} // namespace troika
