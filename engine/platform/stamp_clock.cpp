// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stamp_clock.h"

#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

namespace troika {

#if defined(__x86_64__)
namespace {

struct Reading {
    std::uint64_t ticks = 0;
    std::int64_t time = 0;
};

/// Counter and clock at the same moment: of several tries the one whose two counter reads lie
/// closest around the clock's.
Reading readTogether(int tries) {
    Reading best;
    std::uint64_t smallest = std::numeric_limits<std::uint64_t>::max();
    for (int i = 0; i < tries; ++i) {
        const std::uint64_t before = __rdtsc();
        const std::int64_t time = monotonicNow();
        const std::uint64_t gap = __rdtsc() - before;
        if (gap >= smallest) continue;
        smallest = gap;
        best = {before + gap / 2, time};
    }
    return best;
}

/// The flags of the first processor, blanks around each.
std::string processorFlags() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("flags")) return line + " ";
    }
    return "";
}

/// The kernel gives up "tsc" as its clock when it has seen the counter go wrong; the clocks of
/// KVM and Hyper-V are made from the counter too.
bool kernelTrustsCounter() {
    std::ifstream file("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    std::string name;
    file >> name;
    return name == "tsc" || name == "kvm-clock" || name == "hyperv_clocksource_tsc_page";
}

bool counterIsInvariant() {
    const std::string flags = processorFlags();
    return flags.find(" constant_tsc ") != std::string::npos &&
           flags.find(" nonstop_tsc ") != std::string::npos && kernelTrustsCounter();
}

} // namespace

std::optional<double> measureTickRate() {
    if (!counterIsInvariant()) return std::nullopt;
    const Reading first = readTogether(20);
    timespec wait{0, 10'000'000};
    nanosleep(&wait, nullptr);
    const Reading second = readTogether(20);
    const auto seconds = static_cast<double>(second.time - first.time) * 1e-9;
    const auto rate = static_cast<double>(second.ticks - first.ticks) / seconds;
    // Outside of these something other than a processor's counter was read.
    if (!(rate > 1e8) || !(rate < 2e10)) return std::nullopt;
    return rate;
}

StampClock::StampClock(std::optional<double> tickRate) {
    if (!tickRate || !(*tickRate > 0)) return;
    m_scale = std::llround(1e9 / *tickRate * 4294967296.0);
    anchor();
}

void StampClock::anchor() {
    if (m_scale == 0) return;
    const Reading now = readTogether(10);
    m_anchorTicks = now.ticks;
    m_anchorTime = now.time;
}

#else

std::optional<double> measureTickRate() { return std::nullopt; }

StampClock::StampClock(std::optional<double>) {}

void StampClock::anchor() {}

#endif

} // namespace troika
