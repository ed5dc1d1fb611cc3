// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/program.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace troika::testing {
namespace fs = std::filesystem;

namespace {

/// In the child: becomes the program, with files for its output.
[[noreturn]] void become(const std::vector<std::string>& arguments,
                         const std::vector<std::string>& environment, const fs::path& folder) {
    const auto redirect = [&](const char* name, int to) {
        ::dup2(::open((folder / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), to);
    };
    redirect("out", STDOUT_FILENO);
    redirect("err", STDERR_FILENO);
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG", "DISPLAY", "WAYLAND_DISPLAY"}) {
        ::unsetenv(name);
    }
    for (const std::string& one : environment) ::putenv(const_cast<char*>(one.c_str()));
    const std::string program = std::string(TROIKA_BIN) + "/troika";
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& one : arguments) words.push_back(const_cast<char*>(one.c_str()));
    words.push_back(nullptr);
    ::execv(program.c_str(), words.data());
    ::_exit(127);
}

} // namespace

Program::Program(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment) {
    std::string name = (fs::temp_directory_path() / "cli-test-XXXXXX").string();
    m_folder = ::mkdtemp(name.data());
    m_pid = ::fork();
    if (m_pid == 0) become(arguments, environment, m_folder);
}

Program::~Program() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void Program::signal(int number) const { ::kill(m_pid, number); }

bool Program::says(const std::string& text, double seconds) const {
    return becomesTrue([&] { return contentsOf(m_folder / "err").find(text) != std::string::npos; },
                       seconds);
}

Ended Program::wait() {
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            .out = contentsOf(m_folder / "out"),
            .err = contentsOf(m_folder / "err")};
}

Ended runTroika(const std::vector<std::string>& arguments,
                const std::vector<std::string>& environment) {
    return Program(arguments, environment).wait();
}

void waitABit() { std::this_thread::sleep_for(std::chrono::milliseconds(10)); }

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "cli-test-XXXXXX").string();
    m_path = ::mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string TemporaryFolder::file(const std::string& name, const std::string& text) const {
    std::ofstream(m_path / name) << text;
    return (m_path / name).string();
}

std::string contentsOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace troika::testing
