// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/raise_limit.h"

#include <fmt/format.h>

namespace troika {
namespace {

std::string commandFor(Limit limit, std::int64_t needed) {
    // All runners, the origin and other programs together want some more than one of them.
    constexpr std::int64_t reserve = 1000;
    switch (limit) {
    case Limit::Descriptors:
        return fmt::format("ulimit -Hn {}", needed + reserve);
    case Limit::Ports:
        return "sysctl net.ipv4.ip_local_port_range=\"1024 65535\"";
    case Limit::Threads:
        break;
    }
    return fmt::format("sysctl kernel.threads-max={0} kernel.pid_max={0}; ulimit -u {0}",
                       needed + 10 * reserve);
}

} // namespace

void tellHowToRaise(Limit limit, std::int64_t needed, Finding& finding) {
    const std::string command = commandFor(limit, needed);
    finding.allowed.en += fmt::format("; to raise the limit, as root: {}", command);
    finding.allowed.ru += fmt::format("; поднять предел (от имени root): {}", command);
}

} // namespace troika
