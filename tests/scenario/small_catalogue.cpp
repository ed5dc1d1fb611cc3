// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

Setting setting(std::string name, SettingType type, Unit unit, double low, double high,
                std::optional<SettingValue> byDefault = std::nullopt) {
    Setting made;
    made.name = std::move(name);
    made.type = type;
    made.unit = unit;
    made.low = low;
    made.high = high;
    made.byDefault = std::move(byDefault);
    return made;
}

Setting choice(std::string name, std::vector<std::string> names) {
    Setting made = setting(std::move(name), SettingType::Choice, Unit::None, 0, 0, names.front());
    for (std::string& one : names) made.choices.push_back({std::move(one), {}});
    return made;
}

Setting required(Setting made) {
    made.required = true;
    return made;
}

Kind fetchKind() {
    Kind kind;
    kind.name = "fetch";
    kind.settings = {
        required(setting("size", SettingType::Quantity, Unit::Bytes, 0, 1 << 30)),
        setting("delay", SettingType::Delay, Unit::Seconds, 0, 60, Delay{}),
        setting("bandwidth", SettingType::Quantity, Unit::BytesPerSecond, 1, 1e12),
        setting("failures", SettingType::Number, Unit::None, 0, 1, 0.0),
        setting("pause", SettingType::Quantity, Unit::Seconds, 0, 10),
        setting("fresh", SettingType::Flag, Unit::None, 0, 0, false),
        choice("mode", {"keep-alive", "per-task"}),
    };
    kind.check = [](const Settings& settings, const std::string& path, Findings& findings) {
        if (!settings.has("pause") || !settings.flag("fresh")) return;
        findings.push_back({path + ".pause", "", {"not with fresh", "не с fresh"}, {"-", "–"}});
    };
    return kind;
}

Kind storeKind() {
    Kind kind;
    kind.name = "store";
    kind.settings = {setting("file_size", SettingType::Quantity, Unit::Bytes, 4096, 1e12, 1e6)};
    return kind;
}

Kind burstKind() {
    Kind kind;
    kind.name = "burst";
    kind.settings = {required(setting("tasks", SettingType::Integer, Unit::None, 1, 1'000'000))};
    return kind;
}

BackendDeclaration backend(std::string name, Family family, std::vector<Setting> settings) {
    BackendDeclaration made;
    made.name = std::move(name);
    made.family = family;
    made.settings = std::move(settings);
    return made;
}

Catalogue makeCatalogue() {
    Catalogue catalogue;
    catalogue.steps = {fetchKind(), storeKind()};
    catalogue.arrivals = {burstKind()};
    catalogue.backends = {
        backend("lone", Family::Serial, {}),
        backend("crew", Family::Thread,
                {setting("workers", SettingType::Integer, Unit::None, 1, 4096, std::int64_t{4})}),
        backend("drill", Family::Serial, {})};
    catalogue.backends[1].demand = [](const Scenario&, const Contender& contender) {
        const auto workers = contender.settings.integer("workers");
        return Demand{1 + workers, 1, workers, 16 + workers};
    };
    catalogue.backends[2].forTests = true;
    return catalogue;
}

} // namespace

const Catalogue& smallCatalogue() {
    static const Catalogue catalogue = makeCatalogue();
    return catalogue;
}

Json smallDocument() {
    return Json::parse(R"({
      "schema": "troika-scenario/1",
      "name": "small",
      "title": {"en": "Small", "ru": "Малый"},
      "workload": {
        "steps": [{"kind": "fetch", "size": "100 KiB", "delay": "15 ms"}],
        "arrivals": {"kind": "burst", "tasks": 64}
      },
      "backends": [{"backend": "lone"}, {"backend": "crew", "workers": 8, "label": "pool"}]
    })");
}

Scenario smallScenario() { return readRight(smallDocument()); }

Scenario readRight(const Json& document) {
    auto scenario = readScenario(document, smallCatalogue());
    if (scenario) return *scenario;
    for (const Finding& finding : scenario.error()) ADD_FAILURE() << told(finding);
    return {};
}

Findings findingsOf(const Json& document) {
    auto scenario = readScenario(document, smallCatalogue());
    EXPECT_FALSE(scenario) << "nothing found in " << document.dump();
    return scenario ? Findings{} : scenario.error();
}

std::string told(const Finding& finding) {
    return fmt::format("{} | {} | {} | {}", finding.field, finding.value, finding.problem.en,
                       finding.allowed.en);
}

void expectBothLanguages(const Findings& findings) {
    for (const Finding& finding : findings) {
        EXPECT_FALSE(finding.problem.en.empty()) << told(finding);
        EXPECT_FALSE(finding.problem.ru.empty()) << told(finding);
        EXPECT_FALSE(finding.allowed.en.empty()) << told(finding);
        EXPECT_FALSE(finding.allowed.ru.empty()) << told(finding);
        EXPECT_NE(finding.problem.en, finding.problem.ru) << told(finding);
    }
}

} // namespace troika::test
