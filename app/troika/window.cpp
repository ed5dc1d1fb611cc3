// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ; // NOLINT: as POSIX declares it.

namespace troika::cli {
namespace {

bool hasDisplay() {
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') return true;
    }
    return false;
}

const char* spoken(Language language) { return language == Language::Russian ? "ru" : "en"; }

/// Runs a program, whose chatter nobody wants, to its end; true if it went well.
bool runQuietly(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    ::posix_spawn_file_actions_init(&quiet);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&quiet, descriptor, "/dev/null", O_WRONLY, 0);
    }
    // Ctrl-C ends it too: it starts with no signal blocked or ignored.
    posix_spawnattr_t fresh;
    ::posix_spawnattr_init(&fresh);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&fresh, &none);
    ::posix_spawnattr_setsigdefault(&fresh, &all);
    ::posix_spawnattr_setflags(&fresh, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    pid_t child = -1;
    const int error =
        ::posix_spawn(&child, arguments[0], &quiet, &fresh, arguments.data(), environ);
    ::posix_spawnattr_destroy(&fresh);
    ::posix_spawn_file_actions_destroy(&quiet);
    int status = 0;
    while (error == 0 && ::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return false;
    }
    return error == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

std::optional<std::filesystem::path> windowProgram() {
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto window = self.parent_path() / "troika-window";
    if (error || ::access(window.c_str(), X_OK) != 0) return std::nullopt;
    return window;
}

void becomeWindow(Language language) {
    const auto window = windowProgram();
    if (!window || !hasDisplay()) return;
    ::execl(window->c_str(), window->c_str(), "--lang", spoken(language),
            static_cast<char*>(nullptr));
}

bool drawCharts(const std::filesystem::path& result, const std::filesystem::path& folder,
                const std::set<std::string>& formats, Language language) {
    const auto window = windowProgram();
    if (!window) return false;
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    return runQuietly({window->string(), "--lang", spoken(language), "--light", "--charts",
                       folder.string(), "--formats", fmt::format("{}", fmt::join(formats, ",")),
                       result.string()});
}

} // namespace troika::cli
