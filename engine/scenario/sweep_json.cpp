// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/sweep_json.h"

#include "scenario/field_path.h"
#include "scenario/read_setting.h"
#include "scenario/units.h"
#include "scenario/wording.h"

#include <algorithm>
#include <cmath>
#include <troika/scenario/amounts.h>

namespace troika {
namespace {

const Text valueAllowed{"a number, or one with a unit such as \"10 ms\" or \"64 KiB\"",
                        "число, можно с единицей, например \"10 ms\" или \"64 KiB\""};

const Text formAllowed{"path with values, or with from, to and either factor or step",
                       "path и values либо path, from, to и одно из factor, step"};

/// Reads the values of one sweep, which all have one unit, or none.
class ValueReader {
public:
    ValueReader(Sweep& sweep, Findings& findings) : m_sweep(sweep), m_findings(findings) {}

    double read(const Json& json, const std::string& field) {
        if (json.is_number() && std::isfinite(json.get<double>())) return json.get<double>();
        if (!json.is_string()) return refuse(wrongType(field, json, valueAllowed));
        const auto& text = json.get_ref<const std::string&>();
        for (const Unit unit : {Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond}) {
            const auto value = readQuantity(text, unit);
            if (!value) continue;
            const bool isBare = quantityParts(text).unit.empty();
            return isBare || fits(unit, json, field) ? *value : 0;
        }
        return refuse({field, shown(json), {"not a quantity", "это не величина"}, valueAllowed});
    }

private:
    double refuse(Finding finding) {
        m_findings.push_back(std::move(finding));
        return 0;
    }

    bool fits(Unit unit, const Json& json, const std::string& field) {
        if (m_sweep.unit == Unit::None) m_sweep.unit = unit;
        if (m_sweep.unit == unit) return true;
        refuse({field,
                shown(json),
                bilingual("{}, where the others are {}", "{}, а у остальных — {}", unitNoun(unit),
                          unitNoun(m_sweep.unit)),
                {"one kind of quantity in a sweep", "в одном переборе — величины одного вида"}});
        return false;
    }

    Sweep& m_sweep;
    Findings& m_findings;
};

std::string readPath(const Json& json, const std::string& path, Findings& findings) {
    const Text allowed{"a path such as \"backends[LABEL].workers\"",
                       "путь, например \"backends[МЕТКА].workers\""};
    const std::string field = fieldOf(path, "path");
    const auto place = json.find("path");
    if (place == json.end()) {
        findings.push_back(missing(field, allowed));
        return {};
    }
    if (!place->is_string()) {
        findings.push_back(wrongType(field, *place, allowed));
        return {};
    }
    auto text = place->get<std::string>();
    if (!parsePath(text)) {
        findings.push_back({field, shown(*place), {"not a path", "это не путь"}, allowed});
    }
    return text;
}

void readList(const Json& json, const std::string& path, Sweep& sweep, Findings& findings) {
    const Text allowed =
        bilingual("a list of 1 to {} values", "список от 1 до {} значений", mostTrials);
    if (!json.is_array()) {
        findings.push_back(wrongType(path, json, allowed));
        return;
    }
    if (json.empty() || json.size() > mostTrials) {
        findings.push_back({path, json.empty() ? shown(json) : std::to_string(json.size()),
                            json.empty() ? Text{"no values", "нет ни одного значения"}
                                         : Text{"too many values", "слишком много значений"},
                            allowed});
        return;
    }
    ValueReader reader(sweep, findings);
    const std::size_t before = findings.size();
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string field = fieldOf(path, std::to_string(i));
        const double value = reader.read(json[i], field);
        const bool isTwice = std::ranges::find(sweep.values, value) != sweep.values.end();
        if (isTwice && findings.size() == before) {
            findings.push_back({field,
                                shown(json[i]),
                                {"given twice", "задано дважды"},
                                {"each value once", "каждое значение один раз"}});
        }
        sweep.values.push_back(value);
    }
}

void checkRange(const Json& json, const std::string& path, const Sweep& sweep, Findings& findings) {
    const bool powers = sweep.form == Sweep::Form::Powers;
    const auto refuse = [&](const char* key, Text problem, Text allowed) {
        findings.push_back(
            {fieldOf(path, key), shown(json[key]), std::move(problem), std::move(allowed)});
    };
    if (powers && sweep.by <= 1) {
        refuse("factor", {"would never arrive", "так до конца не дойти"},
               {"a number greater than 1", "число больше 1"});
    } else if (!powers && sweep.by <= 0) {
        refuse("step", {"would never arrive", "так до конца не дойти"},
               {"greater than 0", "больше 0"});
    }
    if (powers && sweep.from <= 0) {
        refuse("from", {"no power grows from here", "отсюда степени не растут"},
               {"greater than 0", "больше 0"});
    }
    if (sweep.to < sweep.from) {
        const std::string least = writeSwept(sweep.from, sweep.unit).dump();
        refuse("to", {"less than from", "меньше, чем from"},
               bilingual("at least {}", "не меньше {}", least));
    }
}

void readRange(const Json& json, const std::string& path, Sweep& sweep, Findings& findings) {
    const std::size_t before = findings.size();
    ValueReader reader(sweep, findings);
    sweep.form = json.contains("factor") ? Sweep::Form::Powers : Sweep::Form::Steps;
    sweep.from = reader.read(json["from"], fieldOf(path, "from"));
    sweep.to = reader.read(json["to"], fieldOf(path, "to"));
    if (sweep.form == Sweep::Form::Steps) {
        sweep.by = reader.read(json["step"], fieldOf(path, "step"));
    } else if (json["factor"].is_number()) {
        sweep.by = json["factor"].get<double>();
    } else {
        findings.push_back(wrongType(fieldOf(path, "factor"), json["factor"],
                                     {"a number greater than 1", "число больше 1"}));
    }
    if (findings.size() == before) checkRange(json, path, sweep, findings);
}

/// One for each value; a run that calibrated durations has written them.
void readAmounts(const Json& json, const std::string& path, Sweep& sweep, Findings& findings) {
    const std::uint64_t values = countOf(sweep);
    const auto isAmount = [](const Json& one) {
        return one.is_number_integer() && one.get<std::int64_t>() >= 1;
    };
    const bool isDuration =
        sweep.path.starts_with("workload.steps.") && sweep.path.ends_with(".duration");
    if (isDuration && json.is_array() && json.size() == values &&
        std::ranges::all_of(json, isAmount)) {
        sweep.amounts = json.get<std::vector<std::int64_t>>();
        return;
    }
    findings.push_back({path,
                        shown(json),
                        {"not the amounts of these durations", "это не объёмы этих длительностей"},
                        bilingual("{}, each at least 1; or no such key",
                                  "{}, каждое не меньше 1, либо ключа нет вовсе",
                                  counted(static_cast<std::int64_t>(values),
                                          {"whole number", "whole numbers", "целое число",
                                           "целых числа", "целых чисел"}))});
}

/// The forms that a sweep can have, by the keys besides `path` and `amounts`.
bool hasExactly(const Json& json, const std::vector<std::string>& keys) {
    return json.size() == keys.size() + (json.contains(amountsKey) ? 2 : 1) &&
           std::ranges::all_of(keys,
                               [&json](const std::string& key) { return json.contains(key); });
}

Sweep readSweep(const Json& json, const std::string& path, Findings& findings) {
    Sweep sweep;
    if (!json.is_object()) {
        findings.push_back(wrongType(path, json, formAllowed));
        return sweep;
    }
    const std::size_t before = findings.size();
    checkKeys(json, path, {"path", "values", "from", "to", "factor", "step", amountsKey}, findings);
    sweep.path = readPath(json, path, findings);
    if (findings.size() != before) return sweep;
    if (hasExactly(json, {"values"})) {
        readList(json["values"], fieldOf(path, "values"), sweep, findings);
    } else if (hasExactly(json, {"from", "to", "factor"}) ||
               hasExactly(json, {"from", "to", "step"})) {
        readRange(json, path, sweep, findings);
    } else {
        findings.push_back({path,
                            shown(json),
                            {"neither a list nor a range", "ни список, ни диапазон"},
                            formAllowed});
    }
    if (json.contains(amountsKey) && findings.size() == before) {
        readAmounts(json[amountsKey], fieldOf(path, amountsKey), sweep, findings);
    }
    return sweep;
}

} // namespace

std::string otherWay(const std::string& path) {
    const std::size_t last = path.rfind('.');
    if (!path.starts_with("workload.steps.") || last == std::string::npos) return {};
    const std::string_view name = std::string_view(path).substr(last + 1);
    if (name == "duration") return path.substr(0, last) + ".amount";
    return name == "amount" ? path.substr(0, last) + ".duration" : std::string();
}

std::string sweepPath(std::size_t index) { return fmt::format("sweep.{}", index); }

std::vector<Sweep> readSweeps(const Json& json, Findings& findings) {
    const Json list = json.is_object() ? Json::array({json}) : json;
    const Text allowed{"a list of one or two sweeps", "список из одного или двух переборов"};
    if (!list.is_array()) {
        findings.push_back(wrongType("sweep", json, allowed));
        return {};
    }
    if (list.empty() || list.size() > mostSweeps) {
        findings.push_back({"sweep", shown(json),
                            list.empty() ? Text{"nothing to sweep", "нечего перебирать"}
                                         : Text{"too many sweeps", "слишком много переборов"},
                            allowed});
        return {};
    }
    std::vector<Sweep> sweeps;
    for (std::size_t i = 0; i < list.size(); ++i) {
        sweeps.push_back(readSweep(list[i], sweepPath(i), findings));
        const std::string& path = sweeps.back().path;
        const std::string& first = sweeps.front().path;
        if (i == 0 || path.empty() || (path != first && otherWay(path) != first)) continue;
        findings.push_back({fieldOf(sweepPath(i), "path"),
                            shown(Json(path)),
                            {"swept twice", "перебирается дважды"},
                            {"two different paths", "два разных пути"}});
    }
    return sweeps;
}

Json writeSwept(double value, Unit unit) {
    if (unit != Unit::None) return writeQuantity(value, unit);
    constexpr double exactly = 9007199254740992.0; // 2^53
    const bool isWhole = value == std::floor(value) && std::abs(value) <= exactly;
    if (!isWhole) return value;
    return value < 0 ? Json(static_cast<std::int64_t>(value))
                     : Json(static_cast<std::uint64_t>(value));
}

Json writeSweeps(const std::vector<Sweep>& sweeps) {
    Json list = Json::array();
    for (const Sweep& sweep : sweeps) {
        Json json = {{"path", sweep.path}};
        if (sweep.form == Sweep::Form::List) {
            json["values"] = Json::array();
            for (const double value : sweep.values) {
                json["values"].push_back(writeSwept(value, sweep.unit));
            }
        } else {
            const bool powers = sweep.form == Sweep::Form::Powers;
            json["from"] = writeSwept(sweep.from, sweep.unit);
            json["to"] = writeSwept(sweep.to, sweep.unit);
            json[powers ? "factor" : "step"] =
                writeSwept(sweep.by, powers ? Unit::None : sweep.unit);
        }
        if (!sweep.amounts.empty()) json[amountsKey] = sweep.amounts;
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace troika
