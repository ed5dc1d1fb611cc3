// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "grid.h"
#include "list_backends.h"
#include "output.h"
#include "source.h"
#include "words.h"

#include <fmt/format.h>
#include <troika/backend/catalogue.h>
#include <troika/run/bundled.h>
#include <unistd.h>

namespace troika::cli {
namespace {

struct Listed {
    BundledScenario where;
    std::optional<Scenario> scenario; ///< Nothing where the file is broken.
};

std::vector<Listed> readAll() {
    std::vector<Listed> all;
    for (const BundledScenario& one : bundledScenarios()) {
        Listed listed{one, std::nullopt};
        if (const auto document = loadScenarioFile(one.file)) {
            if (auto scenario = readScenario(*document, catalogue())) {
                listed.scenario = std::move(*scenario);
            }
        }
        all.push_back(std::move(listed));
    }
    return all;
}

std::string scenariosJson(const std::vector<Listed>& all) {
    Json list = Json::array();
    for (const Listed& one : all) {
        if (!one.scenario) continue;
        list.push_back({{"name", one.where.name},
                        {"file", one.where.file.string()},
                        {"title", textJson(one.scenario->title)},
                        {"about", textJson(one.scenario->about)}});
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string scenariosText(const std::vector<Listed>& all, const Layout& layout) {
    std::string text;
    for (const Listed& one : all) {
        if (!one.scenario) continue;
        text += coloured(one.where.name, Colour::Bold, layout.colour) + "\n";
        for (const Text* part : {&one.scenario->title, &one.scenario->about}) {
            const std::string& said = part->in(layout.language);
            if (!said.empty()) text += "  " + wrapped(printable(said), layout.width, 2, 2) + "\n";
        }
    }
    return text;
}

} // namespace

int listCommand(const Options& options) {
    const Layout layout = layoutFor(STDOUT_FILENO, options.language);
    if (options.subject == "backends") {
        return writeOut(options.json ? backendsJson(catalogue())
                                     : backendsText(catalogue(), layout))
                   ? exitFine
                   : exitFailed;
    }
    const std::vector<Listed> all = readAll();
    for (const Listed& one : all) {
        const std::string file = one.where.file.string();
        if (!one.scenario) say(words::brokenScenario(file), options.language);
    }
    return writeOut(options.json ? scenariosJson(all) : scenariosText(all, layout)) ? exitFine
                                                                                    : exitFailed;
}

} // namespace troika::cli
