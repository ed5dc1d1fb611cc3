// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>
#include <variant>

namespace troika::cli {

/// Why there is nothing to run: a sentence, or findings in a file.
using SourceProblem = std::variant<Text, Findings>;

/// The scenario document behind SCENARIO|RESULT|NAME: a file's text, a result's recipe, or what is
/// bundled under that name.
[[nodiscard]] tl::expected<Json, SourceProblem> loadSource(const std::string& subject);

/// A scenario file's document.
[[nodiscard]] tl::expected<Json, SourceProblem> loadScenarioFile(const std::filesystem::path& file);

/// Leaves only the contenders with these labels, the first of them as baseline where the scenario's
/// is gone. Labels that there are not are findings.
[[nodiscard]] Findings keepOnly(const std::vector<std::string>& labels, Scenario& scenario);

} // namespace troika::cli
