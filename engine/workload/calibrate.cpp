// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/calibrate.h"

#include "workload/compute_kernel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace troika {
namespace {

using Clock = std::chrono::steady_clock;

bool needsCalibration(const Step& step) {
    return step.kind == "compute" && step.settings.has("duration");
}

double secondsOf(troika_kernel kernel, std::uint64_t amount) {
    const auto begin = Clock::now();
    // The digest is stored where the optimiser has to keep it.
    [[maybe_unused]] const volatile std::uint64_t digest = kernel(amount, amount);
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

} // namespace

double secondsARepetition(troika_kernel kernel, std::chrono::nanoseconds budget) {
    constexpr std::size_t timings = 9;
    // A third of the budget warms the core up and finds an amount worth timing.
    const auto warmUntil = Clock::now() + budget / 3;
    const double wanted = std::chrono::duration<double>(budget).count() * 0.5 / timings;
    std::uint64_t amount = 1;
    for (;;) {
        const double took = secondsOf(kernel, amount);
        if (took < wanted) amount *= 2;
        if (Clock::now() >= warmUntil) break;
    }
    if (amount > 1) amount /= 2;
    std::array<double, timings> seconds{};
    for (double& one : seconds) one = secondsOf(kernel, amount) / static_cast<double>(amount);
    std::nth_element(seconds.begin(), seconds.begin() + timings / 2, seconds.end());
    return seconds[timings / 2];
}

std::int64_t amountFor(std::chrono::nanoseconds wanted, double secondsOfOne) {
    const double amount = std::chrono::duration<double>(wanted).count() / secondsOfOne;
    return static_cast<std::int64_t>(std::clamp(std::round(amount), 1.0, 1e12));
}

void calibrateWorkload(Workload& workload) {
    std::set<std::string> kernels;
    for (const Step& step : workload.steps) {
        if (needsCalibration(step)) kernels.insert(step.settings.choice("kernel"));
    }
    std::map<std::string, double> seconds;
    for (const std::string& name : kernels) {
        const auto budget = std::chrono::nanoseconds(std::chrono::milliseconds(30)) /
                            static_cast<std::int64_t>(kernels.size());
        seconds[name] = secondsARepetition(computeKernel(name), budget);
    }
    for (Step& step : workload.steps) {
        if (!needsCalibration(step)) continue;
        const double one = seconds[step.settings.choice("kernel")];
        step.settings.set("amount", amountFor(step.settings.duration("duration"), one));
        step.settings.erase("duration");
    }
}

} // namespace troika
