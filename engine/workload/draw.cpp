// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/draw.h"

#include <troika/base/check.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace troika {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;

/// What the origin is willing to wait; a drawn delay is cut off there.
constexpr double longestSeconds = 3600;

double logNormal(Draws& draws, double median, double sigma) {
    const double radius = std::sqrt(-2 * std::log(1 - draws.nextUnit()));
    const double angle = 2 * std::numbers::pi * draws.nextUnit();
    return median * std::exp(sigma * radius * std::cos(angle));
}

double drawSeconds(Draws& draws, const Delay& delay) {
    switch (delay.distribution) {
    case Delay::Distribution::Fixed:
        return delay.first;
    case Delay::Distribution::Uniform:
        return delay.first + draws.nextUnit() * (delay.second - delay.first);
    case Delay::Distribution::Exponential:
        return -delay.first * std::log(1 - draws.nextUnit());
    case Delay::Distribution::LogNormal:
        return logNormal(draws, delay.first, delay.second);
    case Delay::Distribution::Pareto:
        return delay.first * std::pow(1 - draws.nextUnit(), -1 / delay.second);
    }
    TROIKA_CHECK(false, "every distribution is handled");
    return 0;
}

} // namespace

std::uint64_t mix64(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

Draws::Draws(const TaskName& name)
    : m_state(mix64(mix64(mix64(mix64(name.seed) ^ name.round) ^ name.task) ^ name.step)) {}

std::uint64_t Draws::next() {
    m_state += golden;
    return mix64(m_state);
}

double Draws::nextUnit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

std::uint64_t Draws::nextBelow(std::uint64_t bound) {
    TROIKA_CHECK(bound > 0, "a draw needs room");
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
}

std::chrono::microseconds Draws::nextDelay(const Delay& delay) {
    const double seconds = std::clamp(drawSeconds(*this, delay), 0.0, longestSeconds);
    return std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6));
}

} // namespace troika
