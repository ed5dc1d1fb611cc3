// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/io_uring.h"
#include "platform/limits.h"
#include "platform/stamp_clock.h"
#include "run/system_files.h"

#include <array>
#include <boost/version.hpp>
#include <cstdlib>
#include <sys/utsname.h>
#include <thread>
#include <troika/run/machine.h>
#include <unistd.h>

namespace troika {
namespace {

Json textOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json machine() {
    const std::int64_t memory = static_cast<std::int64_t>(::sysconf(_SC_PHYS_PAGES)) *
                                static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE));
    return {
        {"processor", textOrNull(valueIn("/proc/cpuinfo", "model name"))},
        {"cores", std::thread::hardware_concurrency()},
        {"memory_bytes", memory},
        {"virtual", processorHas("hypervisor")},
        {"hypervisor", textOrNull(firstLine("/sys/class/dmi/id/sys_vendor"))},
        {"governor",
         textOrNull(firstLine("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"))},
    };
}

Json system() {
    utsname name{};
    ::uname(&name);
    return {{"kernel", std::string(name.sysname) + " " + name.release},
            {"architecture", name.machine},
            {"distribution", textOrNull(valueIn("/etc/os-release", "PRETTY_NAME"))},
            {"io_uring", ioUringAvailable()}};
}

Json clocks() {
    return {
        {"source", textOrNull(firstLine("/sys/devices/system/clocksource/clocksource0/"
                                        "current_clocksource"))},
        {"counter_invariant", measureTickRate().has_value()},
    };
}

Json limits() {
    return {{"open_files", descriptorLimit()},
            {"threads_left", threadsLeft()},
            {"ephemeral_ports", ephemeralPorts()},
            {"shared_memory_bytes", fileSystemOf("/dev/shm").freeBytes}};
}

Json load() {
    std::array<double, 3> averages{};
    if (::getloadavg(averages.data(), 3) != 3) return nullptr;
    return averages;
}

Json versions() {
    return {
        {"compiler", __VERSION__},
        {"boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
                              BOOST_VERSION % 100)},
        {"fmt",
         fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
        {"nlohmann_json", fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR,
                                      NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)}};
}

} // namespace

Json describeEnvironment() {
    return {{"machine", machine()}, {"system", system()}, {"clock", clocks()},
            {"limits", limits()},   {"load", load()},     {"versions", versions()}};
}

} // namespace troika
