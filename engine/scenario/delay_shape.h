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
    DelayShape{Delay::Distribution::LogNormal, "log-normal", "median", "sigma"},
    DelayShape{Delay::Distribution::Pareto, "pareto", "scale", "shape"}};

/// A parameter that is a plain number and not a length of time, and what it may be.
struct PlainParameter {
    std::string_view name;
    double low;
    double high;
};

/// A spread wider than sigma 5 is absurd (e^5 is 148), and so is a tail fatter than shape 0.1 (one
/// delay in a hundred is 10^20 times the scale); above 100 there is none.
inline constexpr std::array plainParameters{PlainParameter{"sigma", 0, 5},
                                            PlainParameter{"shape", 0.1, 100}};

/// Null for a length of time.
constexpr const PlainParameter* plainParameter(std::string_view name) {
    for (const PlainParameter& plain : plainParameters) {
        if (plain.name == name) return &plain;
    }
    return nullptr;
}

} // namespace troika
