// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/stats/median.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace troika {

/// Ahead means better, whichever way the measure points.
enum class Verdict { Ahead, Behind, NoClearDifference, TooFewRounds, UnequalFailures };

/// "ahead", "behind", "no clear difference", "too few rounds", "unequal failures".
[[nodiscard]] std::string_view name(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdictNamed(std::string_view name);

enum class Better { More, Less };

/// Two contenders' figures on one measure, round by round: same length, same round at the same
/// place; NaN where a round has none.
struct Pairing {
    std::vector<double> of;
    std::vector<double> to;
    /// One lost tasks that the other did, so whatever differs may come from that: no verdict.
    bool unequalFailures = false;
};

/// What can be said about a pairing.
struct Judgement {
    std::optional<double> ratio;      ///< of ÷ to; nothing where no round has both figures.
    std::optional<Interval> interval; ///< At this comparison's Holm level.
    std::optional<double> p;
    Verdict verdict = Verdict::TooFewRounds;
    std::size_t rounds = 0;  ///< That counted.
    std::size_t leftOut = 0; ///< That had no two positive, finite figures.
};

/// Judges a family: all comparisons shown of one measure at one point. Together they say a false
/// "ahead" or "behind" in at most a share `alpha` of runs. Interval and verdict always agree.
[[nodiscard]] std::vector<Judgement> judge(const std::vector<Pairing>& family, Better better,
                                           double alpha = 0.05);

} // namespace troika
