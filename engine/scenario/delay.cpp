// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/delay_shape.h"
#include "scenario/read_setting.h"
#include "scenario/wording.h"

#include <algorithm>

namespace troika {
namespace {

std::vector<std::string> shapeNames() {
    std::vector<std::string> names;
    for (const DelayShape& shape : delayShapes) names.emplace_back(shape.name);
    return names;
}

/// The declaration of one parameter, with the range of the whole delay.
Setting parameterOf(const Setting& delay, std::string_view name) {
    Setting parameter;
    parameter.name = name;
    parameter.required = true;
    const PlainParameter* plain = plainParameter(name);
    parameter.type = plain != nullptr ? SettingType::Number : SettingType::Quantity;
    parameter.unit = plain != nullptr ? Unit::None : Unit::Seconds;
    parameter.low = plain != nullptr ? plain->low : delay.low;
    parameter.high = plain != nullptr ? plain->high : delay.high;
    return parameter;
}

const DelayShape* shapeOf(const Json& value, const std::string& field, Findings& findings) {
    const auto names = shapeNames();
    const std::string own = fieldOf(field, distributionKey);
    const Text allowed = bilingual("one of: {}", "одно из: {}", listed(names));
    const auto place = value.find(distributionKey);
    if (place == value.end()) {
        findings.push_back(missing(own, allowed));
        return nullptr;
    }
    if (!place->is_string()) {
        findings.push_back(wrongType(own, *place, allowed));
        return nullptr;
    }
    const auto& name = place->get_ref<const std::string&>();
    const auto shape = std::ranges::find(delayShapes, std::string_view(name), &DelayShape::name);
    if (shape != delayShapes.end()) return &*shape;
    findings.push_back(unknownWord(
        own, *place, {"no such distribution", "нет такого распределения"}, name, names));
    return nullptr;
}

std::optional<Delay> readShape(const Json& value, const DelayShape& shape, const Setting& setting,
                               const std::string& field, Findings& findings) {
    std::vector<Setting> parameters{parameterOf(setting, shape.first)};
    if (!shape.second.empty()) parameters.push_back(parameterOf(setting, shape.second));
    const std::size_t before = findings.size();
    const Settings read =
        readSettings(value, field, parameters, {std::string(distributionKey)}, findings);
    if (findings.size() != before) return std::nullopt;
    Delay delay{shape.distribution, read.number(shape.first), 0};
    if (!shape.second.empty()) delay.second = read.number(shape.second);
    return delay;
}

} // namespace

std::optional<Delay> readDelay(const Json& value, const Setting& setting, const std::string& field,
                               Findings& findings) {
    if (!value.is_object()) {
        Setting fixed = setting;
        fixed.type = SettingType::Quantity;
        fixed.unit = Unit::Seconds;
        const std::size_t before = findings.size();
        const auto read = readSetting(value, fixed, field, findings);
        for (std::size_t i = before; i < findings.size(); ++i) {
            findings[i].allowed = allowedFor(setting);
        }
        if (!read) return std::nullopt;
        return Delay{Delay::Distribution::Fixed, std::get<double>(*read), 0};
    }
    const DelayShape* shape = shapeOf(value, field, findings);
    if (shape == nullptr) return std::nullopt;
    const auto delay = readShape(value, *shape, setting, field, findings);
    const bool isUpsideDown = delay && shape->distribution == Delay::Distribution::Uniform &&
                              delay->first > delay->second;
    if (!isUpsideDown) return delay;
    findings.push_back(
        {fieldOf(field, shape->first), shown(value[std::string(shape->first)]),
         bilingual("{0} is greater than {1}", "{0} больше, чем {1}", shape->first, shape->second),
         bilingual("at most {}", "не больше {}", writeQuantity(delay->second, Unit::Seconds))});
    return std::nullopt;
}

} // namespace troika
