// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/read_contenders.h"

#include "scenario/fields.h"
#include "scenario/foreign_key.h"
#include "scenario/read_setting.h"
#include "scenario/read_text.h"
#include "scenario/wording.h"

#include <map>

namespace troika {
namespace {

/// Names of backends that a user may pick; those for tests are found but not advertised.
std::vector<std::string> listedBackends(const Catalogue& catalogue) {
    std::vector<std::string> names;
    for (const BackendDeclaration& backend : catalogue.backends) {
        if (!backend.forTests) names.push_back(backend.name);
    }
    return names;
}

/// The label as written, or the backend's name; empty (with a finding) where there is none.
std::string readLabel(const Json& entry, const std::string& path, Findings& findings) {
    const auto place = entry.find("label");
    if (place == entry.end()) {
        const auto backend = entry.find("backend");
        const bool isNamed = backend != entry.end() && backend->is_string();
        return isNamed ? backend->get<std::string>() : std::string();
    }
    const std::string field = fieldOf(path, "label");
    if (!place->is_string()) {
        findings.push_back(wrongType(field, *place, labelAllowed()));
        return {};
    }
    auto label = place->get<std::string>();
    if (isLabel(label)) return label;
    findings.push_back({field, shown(*place), {"not a label", "это не метка"}, labelAllowed()});
    return {};
}

const BackendDeclaration* readBackend(const Json& entry, const std::string& path,
                                      const Catalogue& catalogue, Findings& findings) {
    const std::string field = fieldOf(path, "backend");
    const auto names = listedBackends(catalogue);
    const auto place = entry.find("backend");
    if (place == entry.end()) {
        findings.push_back(missing(field, bilingual("one of: {}", "одно из: {}", listed(names))));
        return nullptr;
    }
    if (!place->is_string()) {
        findings.push_back(
            wrongType(field, *place, bilingual("one of: {}", "одно из: {}", listed(names))));
        return nullptr;
    }
    const auto& name = place->get_ref<const std::string&>();
    const BackendDeclaration* backend = catalogue.backend(name);
    if (backend == nullptr) {
        findings.push_back(
            unknownWord(field, *place, {"no such backend", "нет такого бэкенда"}, name, names));
    }
    return backend;
}

/// `backends[label]` where that names the entry, `backends.3` where it does not.
std::string entryPath(const std::string& label, std::size_t index) {
    return isLabel(label) ? contenderPath(label) : fmt::format("backends.{}", index);
}

Contender readEntry(const Json& entry, std::size_t index, bool isDuplicate,
                    const Catalogue& catalogue, Findings& findings) {
    Contender contender;
    const std::string numbered = fmt::format("backends.{}", index);
    contender.label = readLabel(entry, numbered, findings);
    const std::string path = isDuplicate ? numbered : entryPath(contender.label, index);
    contender.title = entry.contains("title")
                          ? readText(entry["title"], fieldOf(path, "title"), findings)
                          : Text{contender.label, ""};
    const BackendDeclaration* backend = readBackend(entry, path, catalogue, findings);
    if (backend == nullptr) return contender;
    contender.backend = backend->name;
    const std::size_t before = findings.size();
    contender.settings =
        readSettings(entry, path, backend->settings, {"backend", "label", "title"}, findings);
    tellWhoseKeys(path, backend->name, ownersOf(catalogue.backends), before, findings);
    return contender;
}

/// The label an entry will get, without judging it.
std::string plainLabel(const Json& entry) {
    Findings ignored;
    return entry.is_object() ? readLabel(entry, "", ignored) : std::string();
}

void reportDuplicate(const Json& entry, std::size_t index, const std::string& label,
                     std::size_t first, Findings& findings) {
    findings.push_back({fmt::format("backends.{}.label", index),
                        entry.contains("label") ? shown(entry["label"]) : std::string(),
                        bilingual("backends.{0} is labelled {1} already",
                                  "метка {1} уже занята: backends.{0}", first, shownPlain(label)),
                        {"a label of its own", "своя метка у каждого участника"}});
}

} // namespace

Text labelAllowed() {
    return {"a text of 1 to 64 bytes without [ ] , = and control characters, and not *",
            "строка от 1 до 64 байтов без [ ] , = и управляющих символов, и не *"};
}

std::vector<Contender> readContenders(const Json& backends, const Catalogue& catalogue,
                                      Findings& findings) {
    std::vector<Contender> contenders;
    std::map<std::string, std::size_t> labels;
    for (std::size_t i = 0; i < backends.size() && i < mostContenders; ++i) {
        const Json& entry = backends[i];
        if (!entry.is_object()) {
            findings.push_back(wrongType(fmt::format("backends.{}", i), entry,
                                         {"an object with \"backend\"", "объект с \"backend\""}));
            continue;
        }
        const std::string label = plainLabel(entry);
        const auto [place, isNew] = labels.emplace(label, i);
        const bool isDuplicate = !label.empty() && !isNew;
        if (isDuplicate) reportDuplicate(entry, i, label, place->second, findings);
        contenders.push_back(readEntry(entry, i, isDuplicate, catalogue, findings));
    }
    return contenders;
}

} // namespace troika
