// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <troika/scenario/setting.h>

namespace troika {

/// How one distribution of delays is written: its name and its one or two parameters (the second's
/// name is empty where there is none).
struct DelayShape {
    Delay::Distribution distribution;
    std::string_view name;
    std::string_view first;
    std::string_view second;
};

inline constexpr std::string_view distributionKey = "distribution";

/// The one table from which delays are read, written and changed by --set.
inline constexpr std::array delayShapes{
    DelayShape{Delay::Distribution::Fixed, "fixed", "value", ""},
    DelayShape{Delay::Distribution::Uniform, "uniform", "low", "high"},
    DelayShape{Delay::Distribution::Exponential, "exponential", "mean", ""},
    DelayShape{Delay::Distribution::LogNormal, "log-normal", "median", "sigma"}};

/// Sigma has no unit; a delay spread wider than this is absurd (e^5 is 148).
inline constexpr double greatestSigma = 5;

/// Whether this parameter is a plain number and not a length of time.
constexpr bool isSigma(std::string_view parameter) { return parameter == "sigma"; }

} // namespace troika
