// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <troika/result/analyse.h>
#include <vector>

namespace troika {

/// The comparisons shown at one point, measure by measure: every contender to the baseline, then
/// neighbours in that measure's rank (the better one to the next). `contenders` are the figures of
/// `trials`, in the same order; failed and unavailable ones are left out, and so is a measure
/// that no round of a pair has for both. The family that Holm corrects for is all comparisons of
/// one measure.
[[nodiscard]] std::vector<Comparison> compare(const Scenario& scenario,
                                              std::span<const TrialRecord> trials,
                                              std::span<const ContenderResult> contenders);

/// Whether one lost so many more tasks than the other, unasked, that what differs may come from it.
[[nodiscard]] bool lostUnequally(const TaskCounts& left, const TaskCounts& right);

/// A judgement in the words of a result.
[[nodiscard]] Comparison comparisonOf(const std::string& of, const std::string& to,
                                      const std::string& measure, const Judgement& judged,
                                      const Scenario& scenario);

} // namespace troika
