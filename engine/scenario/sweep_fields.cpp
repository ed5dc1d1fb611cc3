// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/sweep_fields.h"

#include "scenario/delay_shape.h"
#include "scenario/field_path.h"
#include "scenario/fields.h"
#include "scenario/read_setting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <troika/scenario/own_fields.h>

namespace troika {
namespace {

std::optional<double> numberOf(const Settings& settings, const Setting& setting) {
    if (!settings.has(setting.name)) return std::nullopt;
    if (setting.type != SettingType::Integer) return settings.number(setting.name);
    return static_cast<double>(settings.integer(setting.name));
}

const DelayShape& shapeOf(const Delay& delay) {
    return *std::ranges::find(delayShapes, delay.distribution, &DelayShape::distribution);
}

Text parameterTitle(const Setting& setting, std::string_view parameter) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> russian{
        {{"low", "от"},
         {"high", "до"},
         {"mean", "среднее"},
         {"median", "медиана"},
         {"sigma", "сигма"},
         {"scale", "масштаб"},
         {"shape", "показатель"}}};
    const auto* const found =
        std::ranges::find(russian, parameter, &decltype(russian)::value_type::first);
    const std::string_view ru = found == russian.end() ? parameter : found->second;
    return bilingual("{}: {}", "{}: {}", setting.title,
                     Text{std::string(parameter), std::string(ru)});
}

/// Its length where it is fixed, else the parameters of its distribution.
void addDelay(const Settings& settings, const Setting& setting, SweepField field,
              std::vector<SweepField>& fields) {
    const Delay delay = settings.has(setting.name) ? settings.delay(setting.name) : Delay();
    const DelayShape& shape = shapeOf(delay);
    field.type = SettingType::Quantity;
    field.unit = Unit::Seconds;
    if (delay.distribution == Delay::Distribution::Fixed) {
        field.now = delay.first;
        fields.push_back(std::move(field));
        return;
    }
    const std::string path = field.path;
    for (const auto& [parameter, now] :
         {std::pair(shape.first, delay.first), std::pair(shape.second, delay.second)}) {
        if (parameter.empty()) continue;
        SweepField one = field;
        one.path = fieldOf(path, parameter);
        one.title = parameterTitle(setting, parameter);
        one.now = now;
        if (const PlainParameter* plain = plainParameter(parameter)) {
            one.type = SettingType::Number;
            one.unit = Unit::None;
            one.low = plain->low;
            one.high = plain->high;
        }
        fields.push_back(std::move(one));
    }
}

void addSettings(const Settings& settings, const std::vector<Setting>& declared,
                 const std::string& path, const Text& owner, std::vector<SweepField>& fields) {
    for (const Setting& setting : declared) {
        SweepField field{.path = fieldOf(path, setting.name),
                         .owner = owner,
                         .title = setting.title,
                         .type = setting.type,
                         .unit = setting.unit,
                         .low = setting.low,
                         .high = setting.high};
        const bool isNumber = setting.type == SettingType::Integer ||
                              setting.type == SettingType::Number ||
                              setting.type == SettingType::Quantity;
        if (setting.type == SettingType::Delay) {
            addDelay(settings, setting, std::move(field), fields);
        } else if (isNumber) {
            field.now = numberOf(settings, setting);
            fields.push_back(std::move(field));
        }
    }
}

void addOwn(const OwnField& own, const Scenario& scenario, std::vector<SweepField>& fields) {
    if (own.now == nullptr) return;
    fields.push_back({.path = own.path,
                      .title = own.setting.title,
                      .type = own.setting.type,
                      .unit = own.setting.unit,
                      .low = own.setting.low,
                      .high = own.setting.high,
                      .now = own.now(scenario)});
}

bool isNumeric(const Json& json) {
    if (json.is_number()) return true;
    if (!json.is_string()) return false;
    const auto& text = json.get_ref<const std::string&>();
    return readQuantity(text, Unit::Seconds) || readQuantity(text, Unit::Bytes) ||
           readQuantity(text, Unit::BytesPerSecond);
}

void addLeaves(const Json& json, const std::string& path, std::vector<std::string>& paths) {
    if (isNumeric(json)) paths.push_back(path);
    if (!json.is_structured()) return;
    for (const auto& [key, value] : json.items()) addLeaves(value, fieldOf(path, key), paths);
}

void addDelayParameters(const std::vector<Setting>& declared, const std::string& path,
                        std::vector<std::string>& paths) {
    for (const Setting& setting : declared) {
        if (setting.type != SettingType::Delay) continue;
        const std::string delay = fieldOf(path, setting.name);
        paths.push_back(delay);
        for (const DelayShape& shape : delayShapes) {
            paths.push_back(fieldOf(delay, shape.first));
            if (!shape.second.empty()) paths.push_back(fieldOf(delay, shape.second));
        }
    }
}

std::string joined(const std::vector<PathPart>& parts) {
    std::string path;
    for (const PathPart& part : parts) {
        path = part.isLabel ? fmt::format("{}[{}]", path, part.text) : fieldOf(path, part.text);
    }
    return path;
}

std::optional<std::size_t> indexIn(const std::string& text) {
    std::size_t index = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, index);
    return error == std::errc() && rest == end ? std::optional(index) : std::nullopt;
}

std::string labelIn(const Json& entry) {
    const auto label = entry.find("label");
    return label != entry.end() && label->is_string() ? label->get<std::string>() : std::string();
}

const Json* step(const Json& here, const PathPart& part) {
    if (here.is_object() && !part.isLabel) {
        const auto place = here.find(part.text);
        return place == here.end() ? nullptr : &*place;
    }
    if (!here.is_array()) return nullptr;
    if (!part.isLabel) {
        const auto index = indexIn(part.text);
        return index && *index < here.size() ? &here[*index] : nullptr;
    }
    for (const Json& entry : here) {
        if (part.text == "*" || labelIn(entry) == part.text) return &entry;
    }
    return nullptr;
}

} // namespace

std::vector<SweepField> sweepFields(const Scenario& scenario, const Catalogue& catalogue) {
    std::vector<SweepField> fields;
    for (std::size_t i = 0; i < scenario.workload.steps.size(); ++i) {
        const Step& step = scenario.workload.steps[i];
        const Kind* kind = catalogue.step(step.kind);
        if (kind == nullptr) continue;
        addSettings(step.settings, kind->settings, stepPath(i), kind->title, fields);
    }
    const Arrivals& arrivals = scenario.workload.arrivals;
    if (const Kind* kind = catalogue.arrival(arrivals.kind)) {
        addSettings(arrivals.settings, kind->settings, arrivalsPath, kind->title, fields);
    }
    for (const Contender& contender : scenario.contenders) {
        const BackendDeclaration* backend = catalogue.backend(contender.backend);
        if (backend == nullptr) continue;
        addSettings(contender.settings, backend->settings, contenderPath(contender.label),
                    scenario.titleOf(contender.label), fields);
    }
    for (const OwnField& own : ownFields()) addOwn(own, scenario, fields);
    return fields;
}

std::vector<std::string> numericPaths(const Scenario& scenario, const Catalogue& catalogue,
                                      const Json& document) {
    std::vector<std::string> paths;
    for (const SweepField& field : sweepFields(scenario, catalogue)) paths.push_back(field.path);
    for (std::size_t i = 0; i < scenario.workload.steps.size(); ++i) {
        const Kind* kind = catalogue.step(scenario.workload.steps[i].kind);
        if (kind != nullptr) addDelayParameters(kind->settings, stepPath(i), paths);
    }
    paths.emplace_back("seed");
    addLeaves(document.at("workload"), "workload", paths);
    return paths;
}

std::vector<std::string> plainPaths(std::string_view path, const Scenario& scenario) {
    auto parts = parsePath(path);
    if (!parts) return {};
    const bool isBackend = parts->size() > 1 && parts->front().text == "backends";
    if (!isBackend) return {joined(*parts)};
    PathPart& which = (*parts)[1];
    if (which.isLabel && which.text == "*") {
        std::vector<std::string> paths;
        for (const Contender& contender : scenario.contenders) {
            which.text = contender.label;
            paths.push_back(joined(*parts));
        }
        return paths;
    }
    const auto index = indexIn(which.text);
    if (!which.isLabel && index && *index < scenario.contenders.size()) {
        which = {scenario.contenders[*index].label, true};
    }
    return {joined(*parts)};
}

const Json* fieldAt(const Json& document, std::string_view path) {
    const auto parts = parsePath(path);
    const Json* here = parts ? &document : nullptr;
    for (std::size_t i = 0; here != nullptr && i < parts->size(); ++i)
        here = step(*here, (*parts)[i]);
    return here;
}

} // namespace troika
