// SPDX-License-Identifier: GPL-3.0-or-later
#include "source.h"

#include "words.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <fstream>
#include <troika/backend/catalogue.h>
#include <troika/base/system_error.h>
#include <troika/result/file.h>
#include <troika/run/bundled.h>

namespace troika::cli {
namespace {

namespace fs = std::filesystem;

Text joined(const Text& left, const Text& right) {
    return {left.en + " " + right.en, left.ru + " " + right.ru};
}

Text nothingThere(const std::string& subject) {
    const auto bundled = bundledScenarios();
    const auto near = nearestNames(subject, bundled);
    const Text missing = words::noSuchSubject(subject);
    if (!near.empty()) {
        return joined(missing, words::didYouMean(fmt::format("{}", fmt::join(near, ", "))));
    }
    std::vector<std::string> names;
    names.reserve(bundled.size());
    for (const BundledScenario& one : bundled) names.push_back(one.name);
    return joined(missing, words::bundledAre(fmt::format("{}", fmt::join(names, ", "))));
}

tl::expected<Json, SourceProblem> recipeOf(const fs::path& file) {
    auto stored = readResult(file, catalogue());
    if (!stored) return tl::unexpected<SourceProblem>(stored.error().text);
    return writeScenario(stored->result.scenario, catalogue());
}

} // namespace

tl::expected<Json, SourceProblem> loadScenarioFile(const fs::path& file) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
        return tl::unexpected<SourceProblem>(words::cannotRead(file.string(), systemError(EISDIR)));
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return tl::unexpected<SourceProblem>(
            words::cannotRead(file.string(), systemError(errno == 0 ? EIO : errno)));
    }
    std::string text(mostScenarioBytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    auto document = parseJson(text);
    if (!document) {
        Findings findings = document.error();
        for (Finding& finding : findings) {
            if (finding.field.empty()) finding.field = file.string();
        }
        return tl::unexpected<SourceProblem>(std::move(findings));
    }
    return *document;
}

tl::expected<Json, SourceProblem> loadSource(const std::string& subject) {
    std::error_code ignored;
    if (fs::exists(subject, ignored)) {
        return looksLikeResult(subject) ? recipeOf(subject) : loadScenarioFile(subject);
    }
    for (const BundledScenario& one : bundledScenarios()) {
        if (one.name == subject) return loadScenarioFile(one.file);
    }
    return tl::unexpected<SourceProblem>(nothingThere(subject));
}

Findings keepOnly(const std::vector<std::string>& labels, Scenario& scenario) {
    Findings findings;
    std::vector<std::string> known;
    for (const Contender& contender : scenario.contenders) known.push_back(contender.label);
    const std::string all = fmt::format("{}", fmt::join(known, ", "));
    for (const std::string& label : labels) {
        if (scenario.contender(label) != nullptr) continue;
        findings.push_back({"--backends",
                            label,
                            {"no contender has this label", "нет участника с такой меткой"},
                            bilingual("one or more of: {}", "одна или несколько из: {}", all)});
    }
    if (labels.empty()) {
        findings.push_back({"--backends",
                            "",
                            {"no label is given", "не задано ни одной метки"},
                            bilingual("one or more of: {}", "одна или несколько из: {}", all)});
    }
    if (!findings.empty()) return findings;
    std::erase_if(scenario.contenders, [&](const Contender& contender) {
        return std::ranges::find(labels, contender.label) == labels.end();
    });
    if (scenario.contender(scenario.baseline) == nullptr) {
        scenario.baseline = scenario.contenders.front().label;
    }
    return findings;
}

} // namespace troika::cli
