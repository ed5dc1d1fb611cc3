// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/stats/median.h>

#include <cstddef>
#include <optional>
#include <span>

namespace troika {

/// Fewer rounds than this give a ratio, but neither interval nor verdict.
inline constexpr std::size_t leastRounds = 5;

/// How much of each end is trimmed.
inline constexpr double trimming = 0.2;

/// Two contenders' figures of the same rounds, divided: the Tukey-McLaughlin one-sample trimmed t
/// on d_r = ln(x_r / y_r).
///
/// With n rounds, g = floor(0.2 n) trimmed at each end and h = n - 2 g left: `mean` is the mean of
/// the h middle d, SSD the sum of squared deviations of the winsorized d from their mean, and
/// mean / sqrt(SSD / (h (h - 1))) follows Student's t with h - 1 degrees of freedom.
/// Sources: Tukey & McLaughlin, Less vulnerable confidence and significance procedures for location
/// based on a single sample, Sankhya A 25 (1963) 331-352; Yuen, The two-sample trimmed t for
/// unequal population variances, Biometrika 61 (1974) 165-170; Wilcox, Introduction to Robust
/// Estimation and Hypothesis Testing, section 4.3.
struct PairedRatio {
    std::size_t rounds = 0;  ///< That count.
    std::size_t leftOut = 0; ///< Rounds without two positive, finite figures.
    /// Of logarithms; without `leastRounds` the plain trimmed mean, and no error.
    double mean = 0;
    std::optional<double> standardError; ///< Of `mean`; 0 where all that was kept is equal.
    double degreesOfFreedom = 0;

    [[nodiscard]] double ratio() const;            ///< exp(mean).
    [[nodiscard]] std::optional<double> p() const; ///< Two-sided, of "the ratio is 1".
    /// Of the ratio at level 1 - alpha; it excludes 1 exactly where p() <= alpha.
    [[nodiscard]] std::optional<Interval> interval(double alpha) const;
};

/// Divides round by round; `of` and `to` have the same length, a round's two figures at the same
/// place. Nothing where no round has two positive, finite figures.
[[nodiscard]] std::optional<PairedRatio> pairedRatio(std::span<const double> of,
                                                     std::span<const double> to);

} // namespace troika
