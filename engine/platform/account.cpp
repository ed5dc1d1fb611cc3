// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/account.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace troika {
namespace {

std::int64_t nanoseconds(const timeval& time) {
    return time.tv_sec * 1'000'000'000LL + time.tv_usec * 1'000LL;
}

/// The first bytes of a small file; empty where it cannot be read.
std::string head(const char* path) {
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return {};
    char text[512];
    const ssize_t size = ::read(file, text, sizeof text);
    ::close(file);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

/// Of /proc/stat's first line, all processors together.
struct Ticks {
    long long busy = 0; ///< Neither idle nor waiting.
    long long stolen = 0;
};

Ticks ticks() {
    const std::string line = head("/proc/stat");
    long long user = 0;
    long long nice = 0;
    long long system = 0;
    long long idle = 0;
    long long wait = 0;
    long long irq = 0;
    long long soft = 0;
    long long stolen = 0;
    std::sscanf(line.c_str(), "cpu %lld %lld %lld %lld %lld %lld %lld %lld", &user, &nice, &system,
                &idle, &wait, &irq, &soft, &stolen);
    return {user + nice + system + irq + soft, stolen};
}

std::int64_t tickNs() { return 1'000'000'000LL / ::sysconf(_SC_CLK_TCK); }

bool exists(const char* path) { return ::access(path, F_OK) == 0; }

/// The file that counts for the root control group, thus for the machine; null where there is
/// none. A container shows its own group in that place, which has what no root has (version 2),
/// and lacks what every root has (version 1).
const char* rootUsage() {
    if (exists("/sys/fs/cgroup/cpuacct/release_agent")) {
        return "/sys/fs/cgroup/cpuacct/cpuacct.usage";
    }
    const bool root =
        exists("/sys/fs/cgroup/cgroup.controllers") && !exists("/sys/fs/cgroup/cgroup.events");
    return root ? "/sys/fs/cgroup/cpu.stat" : nullptr;
}

} // namespace

Account& Account::operator+=(const Account& other) {
    userNs += other.userNs;
    systemNs += other.systemNs;
    voluntarySwitches += other.voluntarySwitches;
    involuntarySwitches += other.involuntarySwitches;
    return *this;
}

Account& Account::operator-=(const Account& other) {
    userNs -= other.userNs;
    systemNs -= other.systemNs;
    voluntarySwitches -= other.voluntarySwitches;
    involuntarySwitches -= other.involuntarySwitches;
    return *this;
}

Account accountOf(const rusage& usage) {
    return {nanoseconds(usage.ru_utime), nanoseconds(usage.ru_stime), usage.ru_nvcsw,
            usage.ru_nivcsw};
}

Account ownAccount() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return accountOf(usage);
}

std::int64_t processorTimeOf(pid_t pid) {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return -1;
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

std::int64_t machineProcessorTime() {
    // Control groups count in nanoseconds (version 1) or microseconds (2); /proc/stat in 10 ms.
    static const char* const file = rootUsage();
    const std::string usage = file != nullptr ? head(file) : std::string();
    constexpr std::string_view key = "usage_usec ";
    if (usage.rfind(key, 0) == 0) return std::atoll(usage.c_str() + key.size()) * 1'000;
    if (!usage.empty()) return std::atoll(usage.c_str());
    return ticks().busy * tickNs();
}

std::int64_t stolenProcessorTime() { return ticks().stolen * tickNs(); }

} // namespace troika
