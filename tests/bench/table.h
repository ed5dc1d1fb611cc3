// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace troika::bench {

/// What a row has to reach; the one number is a figure's or a ratio's median.
struct Target {
    enum class Of { Nothing, Figure, Ratio };
    enum class Sense { AtMost, AtLeast };
    Of of = Of::Nothing;
    Sense sense = Sense::AtMost;
    double bound = 0;
};

inline constexpr Target noTarget{};
constexpr Target figureAtMost(double bound) {
    return {Target::Of::Figure, Target::Sense::AtMost, bound};
}
constexpr Target ratioAtMost(double bound) {
    return {Target::Of::Ratio, Target::Sense::AtMost, bound};
}
constexpr Target ratioAtLeast(double bound) {
    return {Target::Of::Ratio, Target::Sense::AtLeast, bound};
}

/// One line of the table.
struct Row {
    std::string name;
    std::string unit;
    std::vector<double> ours; ///< A figure a round.
    std::string peer;         ///< Beside whom; empty where there is only a bound.
    std::vector<double> peers;
    Target target;
    std::string note; ///< Why it has no figures, or what they leave out.

    /// Ours ÷ peer, round by round.
    [[nodiscard]] std::vector<double> ratio() const;
    /// Nothing where there is no target or no figure.
    [[nodiscard]] std::optional<bool> met() const;
};

/// A row that could not be measured, and why.
Row missingRow(std::string name, std::string why);

void printHeading();
void printRow(const Row& row);

} // namespace troika::bench
