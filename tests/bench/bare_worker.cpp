// SPDX-License-Identifier: GPL-3.0-or-later
#include "bare_worker.h"

#include "backend/process/worker_loop.h"
#include "rig.h"

#include <spawn.h>
#include <sys/mman.h>

extern char** environ;

namespace troika::bench {

Ballast::Ballast()
    : m_memory(::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
    if (m_memory == MAP_FAILED) giveUp("no room for 1 GiB");
    ::madvise(m_memory, bytes, MADV_NOHUGEPAGE);
    auto* first = static_cast<char*>(m_memory);
    for (std::size_t at = 0; at < bytes; at += 4096) first[at] = 1;
}

Ballast::~Ballast() { ::munmap(m_memory, bytes); }

BareWorker spawnBare(const std::filesystem::path& program, const std::string& spec) {
    auto input = need(makePipe());
    auto output = need(makePipe());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.read.get(), 0);
    posix_spawn_file_actions_adddup2(&actions, output.write.get(), 1);
    char* const arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    pid_t pid = -1;
    if (::posix_spawn(&pid, program.c_str(), &actions, nullptr, arguments, environ) != 0) {
        giveUp("posix_spawn failed");
    }
    posix_spawn_file_actions_destroy(&actions);
    output.write.close();
    char first = 0;
    if (!sendSpec(input.write.get(), spec) || !readAll(output.read.get(), &first, 1)) {
        giveUp("a worker said nothing");
    }
    return {Child(pid), std::move(input.write), std::move(output.read)};
}

Figures measureSmallAndLarge(const std::function<double()>& ours,
                             const std::function<double()>& bare, int rounds) {
    const auto withBallast = [](const std::function<double()>& slice) {
        return [&slice] {
            const Ballast ballast;
            return slice();
        };
    };
    return measureTogether({{"ours", ours},
                            {"bare", bare},
                            {"ours, 1 GiB", withBallast(ours)},
                            {"bare, 1 GiB", withBallast(bare)}},
                           rounds);
}

} // namespace troika::bench
