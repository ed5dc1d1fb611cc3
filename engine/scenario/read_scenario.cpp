// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/check_sweep.h"
#include "scenario/fields.h"
#include "scenario/foreign_key.h"
#include "scenario/read_contenders.h"
#include "scenario/read_setting.h"
#include "scenario/read_text.h"
#include "scenario/sweep_json.h"
#include "scenario/wording.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace troika {
namespace {

/// The member of that name; null where it is missing or of a type that `isRight` refuses (a
/// finding; missing only where `isRequired`).
template <class Right>
const Json* member(const Json& object, const std::string& path, const char* name, bool isRequired,
                   const Text& allowed, Findings& findings, Right isRight) {
    const auto place = object.find(name);
    if (place == object.end()) {
        if (isRequired) findings.push_back(missing(fieldOf(path, name), allowed));
        return nullptr;
    }
    if (isRight(*place)) return &*place;
    findings.push_back(wrongType(fieldOf(path, name), *place, allowed));
    return nullptr;
}

constexpr auto isObject = [](const Json& json) { return json.is_object(); };
constexpr auto isString = [](const Json& json) { return json.is_string(); };

void checkSchema(const Json& document, Findings& findings) {
    const Text allowed = bilingual("\"{}\"", "\"{}\"", schemaName);
    const Json* schema = member(document, "", "schema", true, allowed, findings, isString);
    if (schema == nullptr || *schema == schemaName) return;
    const auto& text = schema->get_ref<const std::string&>();
    const std::string_view family = schemaName.substr(0, schemaName.find('/') + 1);
    int version = 0;
    const bool isFamily = text.starts_with(family);
    const char* end = text.data() + text.size();
    const bool isNewer = isFamily &&
                         std::from_chars(text.data() + family.size(), end, version).ptr == end &&
                         version > 1;
    findings.push_back(
        {"schema", shown(*schema),
         isNewer ? Text{"written for a newer Troika than this one",
                        "файл для более новой версии Troika, чем эта"}
                 : Text{"not a scenario of this format", "это не сценарий такого формата"},
         allowed});
}

std::string readName(const Json& document, Findings& findings) {
    const Text allowed{"1 to 64 of a-z, A-Z, 0-9, - _ . (not beginning with .)",
                       "от 1 до 64 символов a-z, A-Z, 0-9, - _ . (не с точки)"};
    const Json* name = member(document, "", "name", true, allowed, findings, isString);
    if (name == nullptr) return {};
    auto text = name->get<std::string>();
    if (!isName(text)) {
        findings.push_back({"name", shown(*name), {"not a name", "это не имя"}, allowed});
    }
    return text;
}

/// One object with a `kind` and that kind's settings: a step or the arrivals.
template <class T>
T readKind(const Json& json, const std::string& path, const std::vector<Kind>& kinds,
           const Text& noun, Findings& findings) {
    T read;
    const auto names = namesOf(kinds);
    const Text allowed = bilingual("one of: {}", "одно из: {}", listed(names));
    if (!json.is_object()) {
        findings.push_back(wrongType(path, json, objectAllowed));
        return read;
    }
    const Json* name = member(json, path, "kind", true, allowed, findings, isString);
    if (name == nullptr) return read;
    read.kind = name->get<std::string>();
    const auto kind = std::ranges::find(kinds, read.kind, &Kind::name);
    if (kind == kinds.end()) {
        const std::string field = fieldOf(path, "kind");
        findings.push_back(unknownWord(field, *name, noun, read.kind, names));
        return read;
    }
    const std::size_t before = findings.size();
    read.settings = readSettings(json, path, kind->settings, {"kind"}, findings);
    tellWhoseKeys(path, read.kind, ownersOf(kinds), before, findings);
    if (findings.size() == before && kind->check) kind->check(read.settings, path, findings);
    return read;
}

std::vector<Step> readSteps(const Json& workload, const Catalogue& catalogue, Findings& findings) {
    const Text allowed = bilingual("a list of 1 to {} steps", "список от 1 до {} шагов", mostSteps);
    const Json* steps = member(workload, "workload", "steps", true, allowed, findings,
                               [](const Json& json) { return json.is_array(); });
    if (steps == nullptr) return {};
    if (steps->empty() || steps->size() > mostSteps) {
        findings.push_back({"workload.steps", shown(*steps),
                            steps->empty() ? Text{"no steps", "нет ни одного шага"}
                                           : Text{"too many steps", "слишком много шагов"},
                            allowed});
    }
    std::vector<Step> read;
    for (std::size_t i = 0; i < steps->size() && i < mostSteps; ++i) {
        read.push_back(readKind<Step>((*steps)[i], stepPath(i), catalogue.steps,
                                      {"no such kind of step", "нет такого вида шагов"}, findings));
    }
    return read;
}

Workload readWorkload(const Json& document, const Catalogue& catalogue, Findings& findings) {
    Workload workload;
    const Json* json = member(document, "", "workload", true, objectAllowed, findings, isObject);
    if (json == nullptr) return workload;
    checkKeys(*json, "workload", {"steps", "arrivals", "timeout"}, findings);
    workload.steps = readSteps(*json, catalogue, findings);
    if (json->contains("arrivals")) {
        workload.arrivals = readKind<Arrivals>(
            (*json)["arrivals"], arrivalsPath, catalogue.arrivals,
            {"no such kind of arrivals", "нет такого вида поступления задач"}, findings);
    } else {
        findings.push_back(missing(arrivalsPath, objectAllowed));
    }
    if (!json->contains("timeout")) return workload;
    const auto seconds =
        readSetting((*json)["timeout"], timeoutSetting(), "workload.timeout", findings);
    if (seconds) {
        workload.timeout = std::chrono::nanoseconds(std::llround(std::get<double>(*seconds) * 1e9));
    }
    return workload;
}

std::vector<Contender> readBackends(const Json& document, const Catalogue& catalogue,
                                    Findings& findings) {
    const Text allowed =
        bilingual("a list of 1 to {} backends", "список от 1 до {} бэкендов", mostContenders);
    const Json* backends = member(document, "", "backends", true, allowed, findings,
                                  [](const Json& json) { return json.is_array(); });
    if (backends == nullptr) return {};
    if (backends->empty() || backends->size() > mostContenders) {
        findings.push_back({"backends", shown(*backends),
                            backends->empty()
                                ? Text{"nobody to race", "нет ни одного участника"}
                                : Text{"too many contenders", "слишком много участников"},
                            allowed});
    }
    return readContenders(*backends, catalogue, findings);
}

std::string readBaseline(const Json& document, const Scenario& scenario, Findings& findings) {
    std::vector<std::string> labels;
    for (const Contender& contender : scenario.contenders) {
        if (!contender.label.empty()) labels.push_back(contender.label);
    }
    const Text allowed = bilingual("one of: {}", "одно из: {}", listed(labels));
    const Json* baseline = member(document, "", "baseline", false, allowed, findings, isString);
    if (baseline == nullptr) return labels.empty() ? std::string() : labels.front();
    auto label = baseline->get<std::string>();
    if (scenario.contender(label) == nullptr) {
        findings.push_back(unknownWord("baseline", *baseline, {"no such label", "нет такой метки"},
                                       label, labels));
    }
    return label;
}

void readRepeats(const Json& document, Scenario& scenario, Findings& findings) {
    if (document.contains("rounds")) {
        const auto rounds = readSetting(document["rounds"], roundsSetting(), "rounds", findings);
        if (rounds) scenario.rounds = static_cast<int>(std::get<std::int64_t>(*rounds));
    }
    const Json* warmUp = member(document, "", "warm_up", false, objectAllowed, findings, isObject);
    if (warmUp == nullptr) return;
    checkKeys(*warmUp, "warm_up", {"rounds"}, findings);
    if (!warmUp->contains("rounds")) return;
    const auto rounds =
        readSetting((*warmUp)["rounds"], warmUpSetting(), "warm_up.rounds", findings);
    if (rounds) scenario.warmUpRounds = static_cast<int>(std::get<std::int64_t>(*rounds));
}

void readSeed(const Json& document, Scenario& scenario, Findings& findings) {
    const Text allowed{"a whole number from 0 to 18446744073709551615",
                       "целое число от 0 до 18446744073709551615"};
    const Json* seed = member(document, "", "seed", false, allowed, findings,
                              [](const Json& json) { return json.is_number_unsigned(); });
    if (seed != nullptr) scenario.seed = seed->get<std::uint64_t>();
}

} // namespace

tl::expected<Scenario, Findings> readScenario(const Json& document, const Catalogue& catalogue) {
    if (!document.is_object()) {
        return tl::unexpected(Findings{wrongType("", document, objectAllowed)});
    }
    Findings findings;
    checkKeys(document, "",
              {"schema", "name", "title", "about", "workload", "backends", "baseline", "rounds",
               "warm_up", "seed", "sweep"},
              findings);
    checkSchema(document, findings);
    Scenario scenario;
    scenario.name = readName(document, findings);
    scenario.title = document.contains("title") ? readText(document["title"], "title", findings)
                                                : Text{scenario.name, ""};
    if (document.contains("about")) scenario.about = readText(document["about"], "about", findings);
    scenario.workload = readWorkload(document, catalogue, findings);
    scenario.contenders = readBackends(document, catalogue, findings);
    scenario.baseline = readBaseline(document, scenario, findings);
    readRepeats(document, scenario, findings);
    readSeed(document, scenario, findings);
    if (document.contains("sweep")) scenario.sweep = readSweeps(document["sweep"], findings);
    // What its values mean can be judged only where all else is right.
    if (findings.empty() && !scenario.sweep.empty()) checkSweeps(scenario, catalogue, findings);
    if (!findings.empty()) return tl::unexpected(std::move(findings));
    return scenario;
}

} // namespace troika
