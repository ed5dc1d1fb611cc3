// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/living_folder.h"
#include "platform/process_tree.h"
#include "platform/sparse_copy.h"
#include "platform/stamp_clock.h"
#include "trial/lifeline.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <troika/trial/programs.h>

namespace troika {
namespace {

struct Orders {
    std::vector<std::filesystem::path> remove;
    std::filesystem::path rescueFrom; ///< Empty where nothing is to be rescued.
    std::filesystem::path rescueTo;
    char** command = nullptr; ///< Ends with a null pointer.
};

Orders readOrders(int count, char** arguments) {
    Orders orders;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = arguments[i];
        if (word == "--remove" && i + 1 < count) {
            orders.remove.emplace_back(arguments[++i]);
        } else if (word == "--rescue" && i + 2 < count) {
            orders.rescueFrom = arguments[++i];
            orders.rescueTo = arguments[++i];
        } else if (word == "--" && i + 1 < count) {
            orders.command = arguments + i + 1;
            break;
        }
    }
    return orders;
}

/// Signals that would end the guard before its work is done; SIGCHLD arrives through a descriptor.
Descriptor takeSignals(sigset_t& before) {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGPIPE}) {
        sigaddset(&signals, number);
    }
    ::sigprocmask(SIG_BLOCK, &signals, &before);
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    return Descriptor(::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
}

/// Fork and exec, since the program must not outlive a guard that is killed: the parent-death
/// signal is sound here, for the guard has one thread. The guard is small, so fork is cheap. The
/// program gets a session of its own, and with it its own share of the processors (sched(7),
/// "autogroup"): a guard that had to queue up with its thousand threads would stop it too late.
pid_t startProgram(char** command, const sigset_t& signals) {
    const pid_t guard = ::getpid();
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::sigprocmask(SIG_SETMASK, &signals, nullptr);
    if (::getppid() == guard) ::execv(command[0], command);
    ::_exit(127);
}

/// Kills every descendant. Those whose parent dies become children of the guard, a subreaper, so
/// killing children until there are none reaches all of them, however they detached themselves.
void killEverybody() {
    for (;;) {
        for (const pid_t child : childrenOf(::getpid())) ::kill(child, SIGKILL);
        if (::waitpid(-1, nullptr, 0) < 0 && errno == ECHILD) return;
    }
}

/// Waits until the program has ended or the lifeline closes; how the program ended, if it did.
std::optional<ChildEnd> watch(pid_t program, int signals) {
    pollfd watched[] = {{lifelineDescriptor, POLLIN, 0}, {signals, POLLIN, 0}};
    for (;;) {
        int status = 0;
        for (pid_t ended = 0; (ended = ::waitpid(-1, &status, WNOHANG)) > 0;) {
            if (ended != program) continue;
            if (WIFSIGNALED(status)) return ChildEnd{.exitCode = 0, .signal = WTERMSIG(status)};
            return ChildEnd{.exitCode = WEXITSTATUS(status), .signal = 0};
        }
        if (::poll(watched, 2, -1) < 0 && errno != EINTR) return std::nullopt;
        // Readable means that the supervisor lets go, or is gone.
        if (watched[0].revents != 0) return std::nullopt;
        signalfd_siginfo ignored[8];
        while (::read(signals, ignored, sizeof ignored) > 0) {
        }
    }
}

/// Whether the supervisor died; waits until it has done that, or lets go. (A program may end of its
/// supervisor's death, as its input ends, before the lifeline closes.)
bool supervisorDied() {
    char word = 0;
    return !readAll(lifelineDescriptor, &word, sizeof word);
}

/// The kernel closes a dead process's descriptors in no particular order, the lock of its folder
/// maybe after the lifeline; all are closed once its children have another parent.
void awaitDeath(pid_t supervisor) {
    constexpr int patienceMs = 2'000;
    for (int i = 0; i < patienceMs && ::getppid() == supervisor; ++i) ::poll(nullptr, 0, 1);
}

void removeDirectories(const Orders& orders) {
    for (const auto& directory : orders.remove) {
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
        // Where the run's owner is dead its folder goes with the last trial.
        removeIfDeserted(directory.parent_path());
    }
}

} // namespace

int guardMain(int count, char** arguments) {
    const pid_t supervisor = ::getppid();
    const Orders orders = readOrders(count, arguments);
    if (orders.command == nullptr || ::fcntl(lifelineDescriptor, F_SETFD, FD_CLOEXEC) != 0) {
        return 2;
    }
    const bool rescues = !orders.rescueFrom.empty();
    if (rescues) ::fcntl(holdDescriptor, F_SETFD, FD_CLOEXEC);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t before;
    const Descriptor signals = takeSignals(before);
    const pid_t program = startProgram(orders.command, before);
    std::optional<ChildEnd> end;
    if (program > 0) {
        end = watch(program, signals.get());
    } else {
        std::perror("troika-guard: cannot start a process");
    }
    killEverybody();
    if (end) {
        const TreeEnd told{*end, monotonicNow()};
        writeAll(lifelineDescriptor, &told, sizeof told);
    }
    if (program > 0 && (rescues || !end) && supervisorDied()) {
        awaitDeath(supervisor);
        // Where there is no room nothing is saved, and all is removed nevertheless.
        if (rescues) (void)copySparse(orders.rescueFrom, orders.rescueTo);
    }
    removeDirectories(orders);
    return program > 0 ? 0 : 1;
}

} // namespace troika
