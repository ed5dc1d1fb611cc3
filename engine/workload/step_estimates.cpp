// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/step_estimates.h"

#include <algorithm>
#include <cmath>

namespace troika {
namespace {

/// Both ends of a loopback connection together.
constexpr double exchangeSeconds = 40e-6;
constexpr double secondsPerByteMoved = 0.25e-9;
constexpr double deviceSeconds = 100e-6;
constexpr double deviceBytesPerSecond = 1e9;
constexpr double syncSeconds = 1.5e-3;
constexpr double callSeconds = 2e-6;
constexpr double newFileSeconds = 25e-6;

/// Of what is drawn, which is cut off at an hour (draw.h): without that, a shape of 1 or less has
/// no mean. E[min(X, c)] = scale + the integral of (scale / x)^shape from scale to c.
double meanOfPareto(double scale, double shape) {
    constexpr double cut = 3600;
    if (scale <= 0 || scale >= cut) return std::min(scale, cut);
    const double tail = std::log(cut / scale);
    const double power = 1 - shape;
    // (e^(power * tail) - 1) / power, which is tail where power is 0.
    const double grown = power == 0 ? tail : std::expm1(power * tail) / power;
    return scale * (1 + grown);
}

double meanOf(const Delay& delay) {
    switch (delay.distribution) {
    case Delay::Distribution::Uniform:
        return (delay.first + delay.second) / 2;
    case Delay::Distribution::LogNormal:
        return delay.first * std::exp(delay.second * delay.second / 2);
    case Delay::Distribution::Pareto:
        return meanOfPareto(delay.first, delay.second);
    case Delay::Distribution::Fixed:
    case Delay::Distribution::Exponential:
        break;
    }
    return delay.first;
}

/// Of one repetition of a kernel's quantum.
double secondsOfQuantum(const std::string& kernel) {
    if (kernel == "sha256") return 0.35e-6;
    return kernel == "matmul" ? 0.8e-6 : 1.5e-6;
}

} // namespace

StepEstimate estimateDownload(const Settings& settings) {
    const double size = settings.number("size");
    StepEstimate estimate;
    estimate.waitSeconds = meanOf(settings.delay("delay"));
    if (settings.has("bandwidth")) estimate.waitSeconds += size / settings.number("bandwidth");
    estimate.cpuSeconds = exchangeSeconds + size * secondsPerByteMoved;
    return estimate;
}

StepEstimate estimateDisk(const Settings& settings) {
    const auto blocks = static_cast<double>(settings.integer("blocks"));
    const double bytes = blocks * settings.number("block");
    const bool creates = settings.choice("operation") == "create";
    StepEstimate estimate;
    estimate.cpuSeconds =
        blocks * (creates ? newFileSeconds : callSeconds) + bytes * secondsPerByteMoved;
    if (settings.has("cache") && settings.choice("cache") != "buffered") {
        estimate.waitSeconds = blocks * deviceSeconds + bytes / deviceBytesPerSecond;
    }
    const double syncs = creates ? blocks : 1;
    if (settings.choice("sync") == "task") estimate.waitSeconds += syncs * syncSeconds;
    return estimate;
}

StepEstimate estimateCompute(const Settings& settings) {
    if (settings.has("duration")) return {.cpuSeconds = settings.number("duration")};
    const auto amount = static_cast<double>(settings.integer("amount"));
    return {.cpuSeconds = amount * secondsOfQuantum(settings.choice("kernel"))};
}

} // namespace troika
