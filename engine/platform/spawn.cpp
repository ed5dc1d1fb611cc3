// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/spawn.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char** environ;

namespace troika {
namespace {

ChildEnd endOf(int status, const rusage& usage) {
    const bool killed = WIFSIGNALED(status);
    return {.exitCode = killed ? 0 : WEXITSTATUS(status),
            .signal = killed ? WTERMSIG(status) : 0,
            .account = accountOf(usage)};
}

/// File actions and attributes of one posix_spawn, released together.
class SpawnSettings {
public:
    SpawnSettings() {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawnattr_init(&m_attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }

    /// Signals as a fresh process expects them, whatever the caller blocked or ignored.
    void freshSignals(bool ownSession) {
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        sigdelset(&all, SIGKILL);
        sigdelset(&all, SIGSTOP);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        const int flags =
            POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (ownSession ? POSIX_SPAWN_SETSID : 0);
        posix_spawnattr_setflags(&m_attributes, static_cast<short>(flags));
    }

    void give(int ours, int theirs) {
        posix_spawn_file_actions_adddup2(&m_actions, ours, theirs);
        m_highest = std::max(m_highest, theirs);
    }

    /// After everything was given.
    void giveNothingElse() { posix_spawn_file_actions_addclosefrom_np(&m_actions, m_highest + 1); }

    int start(pid_t& pid, const char* program, char* const* arguments) {
        return posix_spawn(&pid, program, &m_actions, &m_attributes, arguments, environ);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
    int m_highest = 2;
};

/// Copies of our descriptors above every number that is asked for, so that one dup2 in the child
/// cannot overwrite the source of the next.
Result<std::vector<Descriptor>> outOfTheWay(const SpawnRequest& request) {
    int highest = 2;
    for (const auto& [ours, theirs] : request.descriptors) highest = std::max(highest, theirs);
    std::vector<Descriptor> copies;
    for (const auto& [ours, theirs] : request.descriptors) {
        copies.emplace_back(::fcntl(ours, F_DUPFD_CLOEXEC, highest + 1));
        if (!copies.back()) {
            return systemFailure(
                "spawn",
                bilingual("Cannot start {}", "Не удалось запустить {}", request.program.string()),
                errno);
        }
    }
    return copies;
}

} // namespace

Text describe(const ChildEnd& end) {
    if (end.signal != 0) {
        const char* const name = ::sigabbrev_np(end.signal);
        const Text named = name == nullptr ? Text() : bilingual(" (SIG{})", " (SIG{})", name);
        const Text killed{" (SIGKILL: by someone, or by the system when memory ran out)",
                          " (SIGKILL: кем-то или системой, когда кончилась память)"};
        return bilingual("was killed by signal {}{}", "завершён сигналом {}{}", end.signal,
                         end.signal == SIGKILL ? killed : named);
    }
    return bilingual("exited with code {}", "завершился с кодом {}", end.exitCode);
}

Result<Child> spawn(const SpawnRequest& request) {
    SpawnSettings settings;
    settings.freshSignals(request.ownSession);
    const auto copies = outOfTheWay(request);
    if (!copies) return passOn(copies);
    for (std::size_t i = 0; i < copies->size(); ++i) {
        settings.give((*copies)[i].get(), request.descriptors[i].second);
    }
    settings.giveNothingElse();
    const std::string program = request.program.string();
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (const std::string& argument : request.arguments) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    pid_t pid = -1;
    const int error = settings.start(pid, program.c_str(), arguments.data());
    if (error != 0) {
        return systemFailure(
            "spawn", bilingual("Cannot start {}", "Не удалось запустить {}", program), error);
    }
    return Child(pid);
}

Child::~Child() {
    if (!running()) return;
    signal(SIGKILL);
    wait();
}

std::optional<ChildEnd> Child::poll() {
    if (!running()) return ChildEnd{};
    int status = 0;
    rusage usage{};
    if (::wait4(m_pid, &status, WNOHANG, &usage) != m_pid) return std::nullopt;
    m_pid = -1;
    return endOf(status, usage);
}

ChildEnd Child::wait() {
    int status = 0;
    rusage usage{};
    while (running() && ::wait4(m_pid, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return endOf(status, usage);
}

void Child::signal(int number) const {
    if (running()) ::kill(m_pid, number);
}

std::filesystem::path executableFolder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

} // namespace troika
