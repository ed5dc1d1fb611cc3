// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/limits.h"
#include "run/doctor.h"

#include <sys/statvfs.h>
#include <troika/scenario/amounts.h>

namespace troika {
namespace {

using State = DoctorFinding::State;

/// Enough for the bundled scenarios and some more.
constexpr double littleSharedMemory = 128.0 * 1024 * 1024;
constexpr std::int64_t fewDescriptors = 4096;
constexpr std::int64_t fewThreads = 2048;
constexpr std::int64_t fewPorts = 10'000;

std::string numberOrUnlimited(std::int64_t number, const char* unlimited) {
    return number < 0 ? std::string(unlimited) : std::to_string(number);
}

} // namespace

DoctorFinding examineSharedMemory() {
    struct statvfs status {};
    if (::statvfs("/dev/shm", &status) != 0 || !fileSystemOf("/dev/shm").isWritable) {
        return {"shared-memory",
                State::Missing,
                {"There is no writable /dev/shm for the sample logs.",
                 "Нет доступного для записи /dev/shm для журналов замеров."},
                {"sudo mount -t tmpfs -o mode=1777 tmpfs /dev/shm",
                 "sudo mount -t tmpfs -o mode=1777 tmpfs /dev/shm"}};
    }
    const double size = static_cast<double>(status.f_blocks) * static_cast<double>(status.f_frsize);
    const double free = static_cast<double>(status.f_bavail) * static_cast<double>(status.f_frsize);
    const Text all = sizeText(size);
    const Text left = sizeText(free);
    Text text{fmt::format("Shared memory for sample logs: {} free of {} (64 bytes a task).",
                          left.en, all.en),
              fmt::format("Общая память для журналов замеров: свободно {} из {} (64 байта на "
                          "задачу).",
                          left.ru, all.ru)};
    if (free >= littleSharedMemory) return {"shared-memory", State::Good, std::move(text), {}};
    return {"shared-memory",
            State::Doubtful,
            std::move(text),
            {"Make it larger: sudo mount -o remount,size=1G /dev/shm; a container: docker run "
             "--shm-size=1g",
             "Увеличьте её: sudo mount -o remount,size=1G /dev/shm; в контейнере: docker run "
             "--shm-size=1g"}};
}

DoctorFinding examineDescriptors() {
    const std::int64_t limit = descriptorLimit();
    Text text{fmt::format("A process may open {} files and connections.",
                          numberOrUnlimited(limit, "any number of")),
              fmt::format("Процесс может открыть файлов и соединений: {}.",
                          numberOrUnlimited(limit, "сколько угодно"))};
    if (limit < 0 || limit >= fewDescriptors) return {"open-files", State::Good, text, {}};
    return {"open-files",
            State::Doubtful,
            text,
            {"Allow more: ulimit -Hn 65536 (as root), or LimitNOFILE=65536 for a service",
             "Разрешите больше: ulimit -Hn 65536 (от root) или LimitNOFILE=65536 для службы"}};
}

DoctorFinding examineThreads() {
    const std::int64_t left = readMachineLimits("/").threads;
    Text text{
        fmt::format("{} more threads may be started.", numberOrUnlimited(left, "Any number of")),
        fmt::format("Можно запустить ещё потоков: {}.", numberOrUnlimited(left, "сколько угодно"))};
    if (left < 0 || left >= fewThreads) return {"threads", State::Good, text, {}};
    return {"threads",
            State::Doubtful,
            text,
            {"Allow more: ulimit -u 32768; a container: docker run --pids-limit=-1",
             "Разрешите больше: ulimit -u 32768; в контейнере: docker run --pids-limit=-1"}};
}

DoctorFinding examinePorts() {
    const std::int64_t ports = ephemeralPorts();
    Text text{
        fmt::format("Connections at once to one address: {}.", numberOrUnlimited(ports, "unknown")),
        fmt::format("Одновременных соединений с одним адресом: {}.",
                    numberOrUnlimited(ports, "неизвестно"))};
    if (ports < 0 || ports >= fewPorts) return {"ports", State::Good, text, {}};
    return {"ports",
            State::Doubtful,
            text,
            {"Allow more: sudo sysctl net.ipv4.ip_local_port_range='15000 65000'",
             "Разрешите больше: sudo sysctl net.ipv4.ip_local_port_range='15000 65000'"}};
}

} // namespace troika
