// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/spawn.h"
#include "scenario/nearest.h"

#include <algorithm>
#include <troika/run/bundled.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

std::vector<BundledScenario> scenariosIn(const fs::path& folder) {
    std::vector<BundledScenario> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() != ".json") continue;
        found.push_back({entry.path().stem().string(), entry.path()});
    }
    std::ranges::sort(found, {}, &BundledScenario::name);
    return found;
}

std::string lettersOf(std::string_view name) {
    std::string letters(name);
    std::erase(letters, '-');
    return letters;
}

/// How far a name is from a word; a name that holds it, hyphens aside, is near.
std::size_t distance(std::string_view word, const std::string& name) {
    if (!word.empty() && lettersOf(name).find(lettersOf(word)) != std::string::npos) return 1;
    return editDistance(word.substr(0, 100), name);
}

} // namespace

std::vector<BundledScenario> bundledScenarios() {
    const fs::path here = executableFolder();
    auto found = scenariosIn(here / "scenarios");
    return found.empty() ? scenariosIn(here / ".." / "share" / "troika" / "scenarios") : found;
}

std::vector<std::string> nearestNames(std::string_view word,
                                      const std::vector<BundledScenario>& bundled) {
    constexpr std::size_t most = 3;
    std::vector<std::string> near;
    for (const BundledScenario& one : bundled) {
        if (distance(word, one.name) <= std::max<std::size_t>(2, one.name.size() / 2)) {
            near.push_back(one.name);
        }
    }
    std::ranges::stable_sort(near, {},
                             [word](const std::string& name) { return distance(word, name); });
    if (near.size() > most) near.resize(most);
    return near;
}

} // namespace troika
