// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/pass.h"

#include <filesystem>
#include <troika/result/analyse.h>
#include <vector>

namespace troika {

/// What the contenders of a killed run had done at one point, in the scenario's order, from what
/// was saved in its folder (see rescue_folder.h). `scenario`: that of the point: all of them
/// cancelled, with the slices that had begun. A slice that was still running does not count; else
/// slices count as Race would have counted them. A contender whose log is missing, or is not of
/// this scenario, has none.
[[nodiscard]] std::vector<TrialRecord>
rescueTrials(const std::filesystem::path& folder, const Scenario& scenario, std::size_t point = 0);

} // namespace troika
