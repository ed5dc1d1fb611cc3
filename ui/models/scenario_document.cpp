// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario_document.h"

#include <QSaveFile>
#include <fstream>
#include <sstream>

namespace troika::ui {

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

bool ScenarioDocument::save(const std::filesystem::path& file) {
    QSaveFile target(QString::fromStdString(file.string()));
    const std::string text = m_json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    const bool written = target.open(QIODevice::WriteOnly) &&
                         target.write(text.data(), static_cast<qint64>(text.size())) ==
                             static_cast<qint64>(text.size()) &&
                         target.commit();
    if (written) {
        m_modified = false;
        Q_EMIT changed();
    }
    return written;
}

void ScenarioDocument::setScenario(const Scenario& scenario) {
    m_scenario = scenario;
    m_json = writeScenario(scenario, m_catalogue);
    m_modified = false;
    check();
    Q_EMIT replaced();
    Q_EMIT changed();
}

void ScenarioDocument::set(const QString& path, const Json& value) {
    const std::string change = path.toStdString() + "=" + value.dump();
    if (Findings wrong = setField(m_json, change); !wrong.empty()) {
        m_findings = std::move(wrong);
    } else {
        m_modified = true;
        check();
    }
    Q_EMIT changed();
}

void ScenarioDocument::dropWhatIsWrong() {
    const bool none = m_scenario.contenders.empty(); // Nothing was opened yet.
    if (none || readScenario(m_json, m_catalogue)) return;
    m_json = writeScenario(m_scenario, m_catalogue);
    check();
    Q_EMIT changed();
}

void ScenarioDocument::setMachineLimits(const MachineLimits& limits) {
    m_limits = limits;
    check();
    Q_EMIT changed();
}

QString ScenarioDocument::findingAt(const QString& path, Language language) const {
    for (const Finding& finding : m_findings) {
        const QString field = QString::fromStdString(finding.field);
        if (field != path && !field.startsWith(path + ".")) continue;
        QString text = QString::fromStdString(finding.problem.in(language));
        const QString allowed = QString::fromStdString(finding.allowed.in(language));
        if (!allowed.isEmpty()) text += ": " + allowed;
        return text;
    }
    return {};
}

void ScenarioDocument::check() {
    auto scenario = readScenario(m_json, m_catalogue);
    if (!scenario) {
        m_findings = scenario.error();
        return;
    }
    m_scenario = std::move(*scenario);
    m_findings = validateFor(m_scenario, m_catalogue, m_limits);
}

} // namespace troika::ui
