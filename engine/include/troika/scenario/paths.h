// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace troika {

// How findings, sweeps and --set name what a scenario consists of.

/// `backends[pool]`
[[nodiscard]] std::string contenderPath(std::string_view label);
/// `workload.steps.0`
[[nodiscard]] std::string stepPath(std::size_t index);
inline constexpr const char* arrivalsPath = "workload.arrivals";

} // namespace troika
