// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_edit.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace troika::ui {

namespace {

constexpr double growth = 2;

Json written(double value, Unit unit) {
    if (unit != Unit::None) return writeQuantity(value, unit);
    constexpr double exactly = 9007199254740992.0; // 2^53
    const bool whole = value == std::floor(value) && std::abs(value) <= exactly;
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

std::optional<double> numberIn(const Json& value, Unit unit) {
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return std::nullopt;
    return readQuantity(value.get_ref<const std::string&>(), unit);
}

/// All numbers of a list; nothing where one is none.
std::optional<std::vector<double>> numbersIn(const Json& list, Unit unit) {
    std::vector<double> numbers;
    for (const Json& value : list) {
        const auto number = numberIn(value, unit);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

Json at(const Json& sweep, const char* key) { return sweep.value(key, Json()); }

Json listOf(const Json& sweep, Unit unit) {
    const auto from = numberIn(at(sweep, "from"), unit);
    const auto to = numberIn(at(sweep, "to"), unit);
    const bool powers = formOf(sweep) == Sweep::Form::Powers;
    const auto by = numberIn(at(sweep, powers ? "factor" : "step"), powers ? Unit::None : unit);
    Json values = Json::array();
    const bool grows = from && to && by && (powers ? *by > 1 && *from > 0 : *by > 0);
    if (!grows) {
        for (const char* const key : {"from", "to"}) {
            if (!at(sweep, key).is_null()) values.push_back(at(sweep, key));
        }
        return values;
    }
    constexpr std::size_t most = 50; // What somebody would read.
    auto all = valuesOf({.form = formOf(sweep), .from = *from, .to = *to, .by = *by});
    all.resize(std::min(all.size(), most));
    for (const double value : all) values.push_back(written(value, unit));
    return values;
}

} // namespace

Json suggestedSweep(const SweepField& field) {
    constexpr double around = 4;
    const bool whole = field.type == SettingType::Integer;
    double middle = field.now.value_or(0);
    if (middle <= 0) middle = std::clamp(whole ? 8.0 : 1.0, field.low, field.high);
    double from = middle / around;
    if (whole) from = std::max(std::floor(from), 1.0);
    if (from < field.low) from = field.low > 0 ? field.low : middle;
    const double to = std::min(from * around * around, field.high);
    if (from <= 0 || from > to) {
        return {{"path", field.path}, {"values", Json::array({written(middle, field.unit)})}};
    }
    return {{"path", field.path},
            {"from", written(from, field.unit)},
            {"to", written(to, field.unit)},
            {"factor", static_cast<std::int64_t>(growth)}};
}

Sweep::Form formOf(const Json& sweep) {
    if (sweep.contains("factor")) return Sweep::Form::Powers;
    return sweep.contains("step") ? Sweep::Form::Steps : Sweep::Form::List;
}

Json inForm(const Json& sweep, Sweep::Form form, Unit unit) {
    if (formOf(sweep) == form) return sweep;
    const bool isList = formOf(sweep) == Sweep::Form::List;
    const Json given = at(sweep, "values");
    const Json values = isList ? (given.is_array() ? given : Json::array()) : listOf(sweep, unit);
    Json made{{"path", at(sweep, "path")}};
    if (form == Sweep::Form::List) {
        made["values"] = values;
        return made;
    }
    auto numbers = numbersIn(values, unit);
    const bool known = numbers && !numbers->empty();
    if (known) std::ranges::sort(*numbers);
    const Json first = values.empty() ? Json(1) : values.front();
    made["from"] = known ? written(numbers->front(), unit) : first;
    made["to"] = known ? written(numbers->back(), unit) : first;
    if (form == Sweep::Form::Powers) {
        made["factor"] = static_cast<std::int64_t>(growth);
        return made;
    }
    const double step = known && numbers->size() > 1 ? (*numbers)[1] - (*numbers)[0] : 1;
    made["step"] = written(step, unit);
    return made;
}

Json ofField(const Json& sweep, const SweepField& field) {
    return inForm(suggestedSweep(field), formOf(sweep), field.unit);
}

} // namespace troika::ui
