// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/setting.h>

#include <cstdint>
#include <string>
#include <vector>

namespace troika {

/// One parameter of a scenario and the values that it takes, one after another. Values are in base
/// units (seconds, bytes, bytes a second, plain numbers).
struct Sweep {
    enum class Form { List, Steps, Powers };

    std::string path; ///< As --set has it: "backends[large].workers".
    Unit unit = Unit::None;
    Form form = Form::List;
    std::vector<double> values; ///< List.
    double from = 0; ///< Steps: from, from + by, …; Powers: from, from * by, …; both as
    double to = 0;   ///< long as they are at most `to`.
    double by = 0;
    /// Of durations of a computation: for each value the amount that it was calibrated to, which is
    /// what a point takes. Empty until then, and of other sweeps.
    std::vector<std::int64_t> amounts;

    bool operator==(const Sweep&) const = default;
};

inline constexpr std::size_t mostSweeps = 2;
/// A trial is one contender at one point.
inline constexpr std::uint64_t mostTrials = 10'000;

/// How many values it takes, `mostTrials` + 1 where they are more than that.
[[nodiscard]] std::uint64_t countOf(const Sweep& sweep);
/// All its values in order, mostTrials + 1 at the most; no digits that come from adding alone
/// (0.3, not 0.30000000000000004).
[[nodiscard]] std::vector<double> valuesOf(const Sweep& sweep);

} // namespace troika
