// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace troika {

/// A scenario that came with this Troika: its file name without ".json", and its file.
struct BundledScenario {
    std::string name;
    std::filesystem::path file;
};

/// What is bundled, by name: from `scenarios` beside the executable, else from
/// `../share/troika/scenarios`.
[[nodiscard]] std::vector<BundledScenario> bundledScenarios();

/// The names of `bundled` that `word` may have been meant to be, nearest first, three at the most.
[[nodiscard]] std::vector<std::string> nearestNames(std::string_view word,
                                                    const std::vector<BundledScenario>& bundled);

} // namespace troika
