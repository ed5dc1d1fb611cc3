// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario_document.h"

#include "models/sweep_edit.h"
#include "models/whole_file.h"

#include <QRegularExpression>
#include <fstream>
#include <functional>
#include <sstream>
#include <troika/run/estimate.h>

namespace troika::ui {

namespace {

/// Values for what has no default.
void suggest(Json& object, const std::vector<Setting>& settings) {
    for (const Setting& setting : settings) {
        if (!setting.suggestion) continue;
        if (const auto* whole = std::get_if<std::int64_t>(&*setting.suggestion)) {
            object[setting.name] = *whole;
        } else if (const auto* number = std::get_if<double>(&*setting.suggestion)) {
            const bool plain = setting.unit == Unit::None;
            object[setting.name] =
                plain ? Json(*number) : Json(writeQuantity(*number, setting.unit));
        }
    }
}

/// What is chosen for a setting: as typed, else by default.
std::string chosen(const Json& object, const std::vector<Setting>& declared,
                   const std::string& name) {
    if (const auto typed = object.find(name); typed != object.end() && typed->is_string()) {
        return typed->get<std::string>();
    }
    for (const Setting& setting : declared) {
        if (setting.name == name && setting.byDefault) {
            return std::get<std::string>(*setting.byDefault);
        }
    }
    return {};
}

/// Takes away what has no meaning beside what is chosen now.
void dropWithoutMeaning(Json& object, const std::vector<Setting>& declared) {
    for (const Setting& setting : declared) {
        if (!setting.onlyWith || !object.contains(setting.name)) continue;
        Settings beside;
        beside.set(setting.onlyWith->setting, chosen(object, declared, setting.onlyWith->setting));
        if (!applies(setting, beside)) object.erase(setting.name);
    }
}

/// Which settings have a meaning in `settings`, of those that depend on another.
std::vector<bool> meanings(const Settings& settings, const std::vector<Setting>& declared) {
    std::vector<bool> all;
    for (const Setting& setting : declared) {
        if (setting.onlyWith) all.push_back(applies(setting, settings));
    }
    return all;
}

/// Sweeps of what begins so are no more; without any left there is none.
void dropSweeps(Json& json, const std::function<bool(const std::string& path)>& gone) {
    if (!json.contains("sweep") || !json["sweep"].is_array()) return;
    Json kept = Json::array();
    for (const Json& sweep : json["sweep"]) {
        const bool named = sweep.is_object() && sweep.contains("path") && sweep["path"].is_string();
        if (!named || !gone(sweep["path"].get<std::string>())) kept.push_back(sweep);
    }
    json["sweep"] = kept;
    if (kept.empty()) json.erase("sweep");
}

QString told(const Finding& finding, Language language) {
    QString text = QString::fromStdString(finding.problem.in(language));
    const QString allowed = QString::fromStdString(finding.allowed.in(language));
    if (!allowed.isEmpty()) text += ": " + allowed;
    return text;
}

} // namespace

ScenarioDocument::ScenarioDocument(const Catalogue& catalogue, MachineLimits limits,
                                   QObject* parent)
    : QObject(parent), m_catalogue(catalogue), m_limits(std::move(limits)) {}

Findings ScenarioDocument::open(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) {
        return {{file.string(),
                 {},
                 {"this file cannot be read", "этот файл не удаётся прочитать"},
                 {"a scenario file", "файл сценария"}}};
    }
    const auto json = parseJson(text.str());
    if (!json) return json.error();
    auto scenario = readScenario(*json, m_catalogue);
    if (!scenario) return scenario.error();
    setScenario(*scenario);
    return {};
}

bool ScenarioDocument::readable() const { return readScenario(m_json, m_catalogue).has_value(); }

void ScenarioDocument::discard() {
    m_json = m_saved;
    check();
    Q_EMIT replaced();
    Q_EMIT changed();
}

QString ScenarioDocument::save(const std::filesystem::path& file) {
    if (!readable()) return tr("a field is wrong");
    const std::string text = m_json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    QString wrong =
        writeWhole(QString::fromStdString(file.string()), QByteArray::fromStdString(text));
    if (wrong.isEmpty()) {
        m_saved = m_json;
        Q_EMIT changed();
    }
    return wrong;
}

void ScenarioDocument::setScenario(const Scenario& scenario) {
    m_scenario = scenario;
    m_json = writeScenario(scenario, m_catalogue);
    m_saved = m_json;
    check();
    Q_EMIT replaced();
    Q_EMIT changed();
}

void ScenarioDocument::set(const QString& path, const Json& value) {
    const std::string change = path.toStdString() + "=" + value.dump();
    if (Findings wrong = setField(m_json, change); !wrong.empty()) {
        m_findings = std::move(wrong);
    } else {
        const auto before = meaningsOfSteps();
        dropFromSteps();
        check();
        if (meaningsOfSteps() != before) Q_EMIT replaced();
    }
    Q_EMIT changed();
}

/// Takes away from every step what its other settings have left without a meaning.
void ScenarioDocument::dropFromSteps() {
    Json* steps = nullptr;
    if (m_json.contains("workload") && m_json["workload"].is_object() &&
        m_json["workload"].contains("steps")) {
        steps = &m_json["workload"]["steps"];
    }
    if (steps == nullptr || !steps->is_array()) return;
    for (Json& step : *steps) {
        if (!step.is_object()) continue;
        const Kind* kind = m_catalogue.step(step.value("kind", std::string()));
        if (kind != nullptr) dropWithoutMeaning(step, kind->settings);
    }
}

/// Which fields steps have, as far as that depends on other fields.
std::vector<std::vector<bool>> ScenarioDocument::meaningsOfSteps() const {
    std::vector<std::vector<bool>> all;
    for (const Step& step : m_scenario.workload.steps) {
        const Kind* kind = m_catalogue.step(step.kind);
        if (kind != nullptr) all.push_back(meanings(step.settings, kind->settings));
    }
    return all;
}

void ScenarioDocument::restore(Json json) {
    m_json = std::move(json);
    check();
    Q_EMIT replaced();
    Q_EMIT changed();
}

void ScenarioDocument::addStep(const std::string& kind) {
    const Kind* declared = m_catalogue.step(kind);
    if (declared == nullptr || !readable()) return;
    Json json = m_json;
    Json step{{"kind", kind}};
    suggest(step, declared->settings);
    json["workload"]["steps"].push_back(std::move(step));
    rebuild(std::move(json));
}

void ScenarioDocument::removeStep(std::size_t place) {
    if (!readable()) return;
    Json json = m_json;
    Json& steps = json["workload"]["steps"];
    if (place < steps.size()) steps.erase(place);
    // Those behind it have other numbers now.
    dropSweeps(json, [place](const std::string& path) {
        const std::string step = "workload.steps.";
        return path.starts_with(step) && std::stoul("0" + path.substr(step.size(), 1)) >= place;
    });
    rebuild(std::move(json));
}

void ScenarioDocument::setArrivals(const std::string& kind) {
    const Kind* declared = m_catalogue.arrival(kind);
    if (declared == nullptr || !readable() || m_scenario.workload.arrivals.kind == kind) return;
    Json json = m_json;
    const Json before = json["workload"]["arrivals"];
    Json arrivals{{"kind", kind}};
    for (const Setting& setting : declared->settings) {
        if (before.contains(setting.name)) {
            arrivals[setting.name] = before.at(setting.name);
        } else if (setting.required) {
            suggest(arrivals, {setting});
        }
    }
    json["workload"]["arrivals"] = std::move(arrivals);
    rebuild(std::move(json));
}

void ScenarioDocument::addContender(const std::string& backend) {
    const BackendDeclaration* declared = m_catalogue.backend(backend);
    if (declared == nullptr || !readable()) return;
    std::string label = backend;
    for (int number = 2; m_scenario.contender(label) != nullptr; ++number) {
        label = backend + " " + std::to_string(number);
    }
    Json json = m_json;
    Json contender{{"backend", backend}, {"label", label}};
    suggest(contender, declared->settings);
    json["backends"].push_back(std::move(contender));
    rebuild(std::move(json));
}

void ScenarioDocument::removeContender(const std::string& label) {
    if (!readable()) return;
    Json json = m_json;
    Json& contenders = json["backends"];
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        if (contenders[i].value("label", std::string()) == label) contenders.erase(i--);
    }
    // Ratios need somebody to be against.
    if (json.value("baseline", std::string()) == label) json.erase("baseline");
    dropSweeps(json, [&label](const std::string& path) {
        return path.starts_with("backends[" + label + "]");
    });
    rebuild(std::move(json));
}

void ScenarioDocument::addSweep(const std::string& path) {
    if (!readable()) return;
    for (const SweepField& field : sweepFields(m_scenario, m_catalogue)) {
        if (field.path != path) continue;
        Json json = m_json;
        json["sweep"].push_back(suggestedSweep(field));
        rebuild(std::move(json));
        return;
    }
}

void ScenarioDocument::removeSweep(std::size_t place) {
    Json json = m_json;
    if (!json.contains("sweep")) return;
    Json& sweeps = json["sweep"];
    if (sweeps.is_array() && place < sweeps.size()) sweeps.erase(place);
    if (!sweeps.is_array() || sweeps.empty()) json.erase("sweep");
    rebuild(std::move(json));
}

void ScenarioDocument::setSweep(std::size_t place, Json sweep) {
    Json json = m_json;
    if (!json.contains("sweep") || !json["sweep"].is_array()) return;
    if (place >= json["sweep"].size()) return;
    sweep.erase("amounts"); // Of other values.
    json["sweep"][place] = std::move(sweep);
    rebuild(std::move(json));
}

void ScenarioDocument::setMachineLimits(const MachineLimits& limits) {
    m_limits = limits;
    check();
    Q_EMIT changed();
}

Json ScenarioDocument::typedAt(const QString& path) const {
    const Json* here = &m_json;
    static const QRegularExpression parts(R"(\[([^\]]*)\]|([^.\[]+))"); // [LABEL] or a word.
    for (auto all = parts.globalMatch(path); all.hasNext();) {
        const QRegularExpressionMatch part = all.next();
        const std::string key = (part.captured(1) + part.captured(2)).toStdString();
        const Json* next = nullptr;
        if (here->is_object() && here->contains(key)) {
            next = &here->at(key);
        } else if (here->is_array()) {
            for (std::size_t i = 0; i < here->size(); ++i) {
                const Json& entry = (*here)[i];
                const bool named = entry.is_object() && entry.value("label", std::string()) == key;
                if (named || std::to_string(i) == key) next = &entry;
            }
        }
        if (next == nullptr) return {};
        here = next;
    }
    return *here;
}

QString ScenarioDocument::findingAt(const QString& path, Language language) const {
    for (const Finding& finding : m_findings) {
        const QString field = QString::fromStdString(finding.field);
        if (field != path && !field.startsWith(path + ".")) continue;
        return told(finding, language);
    }
    return {};
}

QString ScenarioDocument::findingExactlyAt(const QString& path, Language language) const {
    for (const Finding& finding : m_findings) {
        if (QString::fromStdString(finding.field) == path) return told(finding, language);
    }
    return {};
}

/// What can be read becomes the scenario, with all its defaults written out.
void ScenarioDocument::rebuild(Json json) {
    m_json = std::move(json);
    check();
    if (readScenario(m_json, m_catalogue)) m_json = writeScenario(m_scenario, m_catalogue);
    Q_EMIT replaced();
    Q_EMIT changed();
}

void ScenarioDocument::check() {
    auto scenario = readScenario(m_json, m_catalogue);
    if (!scenario) {
        m_findings = scenario.error();
        return;
    }
    m_scenario = std::move(*scenario);
    m_findings = checkDuration(m_scenario);
    for (Finding& finding : validateFor(m_scenario, m_catalogue, m_limits)) {
        m_findings.push_back(std::move(finding));
    }
}

} // namespace troika::ui
