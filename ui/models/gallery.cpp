// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gallery.h"

#include "models/scenario_document.h"
#include "models/user_folders.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <troika/run/bundled.h>

namespace troika::ui {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostRaces = 12;

std::vector<Family> familiesOf(const Scenario& scenario, const Catalogue& catalogue) {
    std::vector<Family> families;
    for (const Contender& contender : scenario.contenders) {
        const BackendDeclaration* backend = catalogue.backend(contender.backend);
        if (backend == nullptr || std::ranges::count(families, backend->family) > 0) continue;
        families.push_back(backend->family);
    }
    return families;
}

/// Of which kind its work is; nothing where its steps are of several.
std::string kindOf(const Scenario& scenario) {
    const auto& steps = scenario.workload.steps;
    const bool one = std::ranges::all_of(
        steps, [&](const Step& step) { return step.kind == steps.front().kind; });
    return one ? steps.front().kind : std::string();
}

std::vector<fs::path> filesIn(const fs::path& folder, const char* extension) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

void addOwn(std::vector<GallerySection>& sections, const Catalogue& catalogue) {
    GallerySection own{{"My own", "Свои"}, {}};
    for (const fs::path& file : filesIn(scenariosFolder(), ".json")) {
        ScenarioDocument document(catalogue, {});
        if (!document.open(file).empty()) continue;
        const std::string stem = file.stem().string();
        own.entries.push_back({file,
                               {stem, stem},
                               document.scenario().title,
                               familiesOf(document.scenario(), catalogue)});
    }
    if (!own.entries.empty()) sections.push_back(std::move(own));
}

/// "downloads-families · 2026-01-31 12:34" in local time, from the name that a race is kept under.
std::string titleOfRace(const fs::path& file) {
    static const QRegularExpression name(
        "^(.*)-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d)Z(-\\d+)?$");
    const auto parts = name.match(QString::fromStdString(file.stem().string()));
    if (!parts.hasMatch()) return file.stem().string();
    QDateTime started = QDateTime::fromString(parts.captured(2), "yyyy-MM-ddTHH-mm-ss");
    started.setTimeZone(QTimeZone::utc());
    const QString when = started.toLocalTime().toString("yyyy-MM-dd HH:mm");
    return (parts.captured(1) + " · " + when).toStdString();
}

void addRaces(std::vector<GallerySection>& sections) {
    std::vector<std::pair<fs::file_time_type, fs::path>> races;
    for (const fs::path& file : filesIn(resultsFolder(), ".troika")) {
        std::error_code ignored;
        races.emplace_back(fs::last_write_time(file, ignored), file);
    }
    std::ranges::sort(races, std::greater{});
    if (races.size() > mostRaces) races.resize(mostRaces);
    GallerySection past{{"Latest races", "Последние результаты"}, {}};
    for (const auto& [written, file] : races) {
        const std::string title = titleOfRace(file);
        past.entries.push_back({file, {title, title}, {}, {}});
    }
    if (!past.entries.empty()) sections.push_back(std::move(past));
}

} // namespace

std::vector<GallerySection> gallerySections(const Catalogue& catalogue) {
    std::vector<GallerySection> sections;
    std::vector<std::string> kinds;
    for (const Kind& kind : catalogue.steps) {
        kinds.push_back(kind.name);
        sections.push_back({kind.title, {}});
    }
    kinds.emplace_back();
    sections.push_back({{"Several steps", "Несколько шагов"}, {}});
    for (const BundledScenario& bundled : bundledScenarios()) {
        ScenarioDocument document(catalogue, {});
        if (!document.open(bundled.file).empty()) continue;
        const Scenario& scenario = document.scenario();
        const auto place = std::ranges::find(kinds, kindOf(scenario)) - kinds.begin();
        sections[static_cast<std::size_t>(place)].entries.push_back(
            {bundled.file, scenario.title, scenario.about, familiesOf(scenario, catalogue)});
    }
    std::erase_if(sections, [](const GallerySection& one) { return one.entries.empty(); });
    addOwn(sections, catalogue);
    addRaces(sections);
    return sections;
}

} // namespace troika::ui
