// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/guarded_process.h"

#include "platform/stamp_clock.h"
#include "support/leftovers.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

class GuardTest : public ::testing::Test {
protected:
    GuardTest() { fs::create_directories(m_folder / "own"); }
    ~GuardTest() override { removeFolder(m_folder); }

    /// A shell under a guard that runs `script`; it finds its folder in $0.
    Result<GuardedProcess> shell(const std::string& script) {
        return GuardedProcess::start({.program = "/bin/sh",
                                      .arguments = {"-c", script, m_folder.string()},
                                      .errors = m_folder / "errors",
                                      .remove = {m_folder / "own"}});
    }
    /// Process ids that the script wrote into the file `name`, one a line, once there are `count`.
    std::vector<pid_t> pids(const std::string& name, std::size_t count) {
        std::vector<pid_t> all;
        EXPECT_TRUE(within(std::chrono::seconds(5), [&] {
            all.clear();
            std::ifstream file(m_folder / name);
            for (pid_t pid = 0; file >> pid;) all.push_back(pid);
            return all.size() >= count;
        }));
        return all;
    }

    fs::path m_folder = fs::temp_directory_path() / ("troika-guard-" + std::to_string(::getpid()));
};

/// A child, and a grandchild in a session of its own whose parent has gone: as detached as can be.
constexpr const char* family = "sleep 600 & echo $! >> \"$0/pids\"; "
                               "setsid sh -c 'echo $$ >> \"$0/pids\"; exec sleep 600' \"$0\" & "
                               "(setsid sh -c 'trap \"\" TERM HUP; echo $$ >> \"$0/pids\"; "
                               "sleep 600 & echo $! >> \"$0/pids\"; wait' \"$0\" &) ; "
                               "wait";

TEST_F(GuardTest, ends_every_descendant_when_told) {
    auto process = shell(family);
    ASSERT_TRUE(process) << process.error().text.en;
    const auto all = pids("pids", 4);
    process->stop();
    expectGone(all, {m_folder / "own"});
}

TEST_F(GuardTest, ends_what_is_left_when_the_program_ends_and_tells_how) {
    auto process = shell("setsid sleep 600 & echo $! >> \"$0/pids\"; echo broken >&2; exit 7");
    ASSERT_TRUE(process);
    const auto all = pids("pids", 1);
    const auto end = process->awaitEnd();
    ASSERT_TRUE(end);
    EXPECT_EQ(end->program.exitCode, 7);
    EXPECT_EQ(process->lastWords(), "broken");
    EXPECT_GT(end->at, 0);
    EXPECT_LE(end->at, monotonicNow());
    expectGone(all, {m_folder / "own"});
}

TEST_F(GuardTest, tells_the_signal_that_killed_the_program) {
    auto process = shell("kill -9 $$");
    ASSERT_TRUE(process);
    const auto end = process->awaitEnd();
    ASSERT_TRUE(end);
    EXPECT_EQ(end->program.signal, SIGKILL);
}

TEST_F(GuardTest, ends_everything_when_the_application_is_killed) {
    const pid_t application = ::fork();
    if (application == 0) {
        auto process = shell(family);
        ::pause();
        ::_exit(0);
    }
    const auto all = pids("pids", 4);
    ::kill(application, SIGKILL);
    ::waitpid(application, nullptr, 0);
    expectGone(all, {m_folder / "own"});
}

TEST_F(GuardTest, the_program_dies_with_a_guard_that_is_killed) {
    auto process = shell("echo $$ >> \"$0/pids\"; exec sleep 600");
    ASSERT_TRUE(process);
    const auto all = pids("pids", 1);
    ::kill(process->guard(), SIGKILL);
    EXPECT_FALSE(process->awaitEnd());
    expectGone(all);
}

TEST_F(GuardTest, a_missing_program_is_told_before_anything_starts) {
    const auto process =
        GuardedProcess::start({.program = m_folder / "nothing", .errors = m_folder / "errors"});
    ASSERT_FALSE(process);
    EXPECT_EQ(process.error().code, "program-missing");
}

} // namespace
} // namespace troika::test
