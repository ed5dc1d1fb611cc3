// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/scenario/scenario.h>
#include <troika/scenario/setting.h>
#include <vector>

namespace troika {

/// A number that every scenario has, whatever its workload and contenders are.
struct OwnField {
    std::string path; ///< As --set has it: "warm_up.rounds".
    Setting setting;
    /// What it is now, in base units; null where it makes no sense to sweep it.
    double (*now)(const Scenario&) = nullptr;
};

/// All of them, in the order of a form.
[[nodiscard]] const std::vector<OwnField>& ownFields();

} // namespace troika
