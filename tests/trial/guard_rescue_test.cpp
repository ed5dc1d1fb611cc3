// SPDX-License-Identifier: GPL-3.0-or-later
// What a guard saves of a trial whose supervisor has died, and when it saves nothing.
#include "trial/guarded_process.h"

#include "platform/living_folder.h"
#include "support/leftovers.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

class GuardRescueTest : public ::testing::Test {
protected:
    GuardRescueTest() { fillOwn(); }
    ~GuardRescueTest() override { removeFolder(m_folder); }

    void fillOwn() const {
        fs::create_directories(m_own);
        std::ofstream(m_own / "log") << "samples";
    }
    /// A shell under a guard that is to save the log; it finds its folder in $0.
    Result<GuardedProcess> shell(const std::string& script, const fs::path& to, int hold = -1) {
        return GuardedProcess::start({.program = "/bin/sh",
                                      .arguments = {"-c", script, m_folder.string()},
                                      .errors = m_folder / "errors",
                                      .remove = {m_own},
                                      .rescue = RescueOrder{m_own / "log", to, hold}});
    }
    /// Kills an application that runs the script once that has made the file `ready`.
    void killApplication(const std::string& script, const fs::path& to) {
        const pid_t application = ::fork();
        if (application == 0) {
            const LivingFolder folder(m_saved);
            auto process = shell(script, to, folder.hold());
            ::pause();
            ::_exit(0);
        }
        EXPECT_TRUE(
            within(std::chrono::seconds(5), [&] { return fs::exists(m_folder / "ready"); }));
        EXPECT_TRUE(isLiving(m_saved));
        ::kill(application, SIGKILL);
        ::waitpid(application, nullptr, 0);
        EXPECT_TRUE(within(std::chrono::seconds(5), [&] { return !isLiving(m_saved); }));
        fs::remove(m_folder / "ready");
    }
    [[nodiscard]] static std::string content(const fs::path& file) {
        std::ifstream stream(file);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    fs::path m_folder =
        fs::temp_directory_path() / ("troika-guard-rescue-" + std::to_string(::getpid()));
    fs::path m_own = m_folder / "own";
    fs::path m_saved = m_folder / "saved";
};

TEST_F(GuardRescueTest, saves_before_it_removes_and_the_folder_lives_until_then) {
    killApplication("echo more >> \"$0/own/log\"; touch \"$0/ready\"; sleep 600", m_saved / "log");
    EXPECT_EQ(content(m_saved / "log"), "samplesmore\n");
    EXPECT_FALSE(fs::exists(m_own));
}

TEST_F(GuardRescueTest, saves_too_where_the_program_ends_of_its_own_when_its_input_does) {
    for (int attempt = 0; attempt < 20; ++attempt) {
        fillOwn();
        killApplication("touch \"$0/ready\"; read line", m_saved / "log");
        EXPECT_EQ(content(m_saved / "log"), "samples") << attempt;
        EXPECT_FALSE(fs::exists(m_own));
        fs::remove_all(m_saved);
    }
}

TEST_F(GuardRescueTest, saves_what_a_program_left_that_had_ended_before) {
    killApplication("touch \"$0/ready\"; exit 1", m_saved / "log");
    EXPECT_EQ(content(m_saved / "log"), "samples");
    EXPECT_FALSE(fs::exists(m_own));
}

TEST_F(GuardRescueTest, removes_what_it_cannot_save) {
    killApplication("touch \"$0/ready\"; sleep 600", m_folder / "nowhere" / "log");
    EXPECT_FALSE(fs::exists(m_own));
    EXPECT_FALSE(fs::exists(m_folder / "nowhere"));
}

TEST_F(GuardRescueTest, saves_nothing_for_an_application_that_lets_go) {
    auto process = shell("sleep 600", m_folder / "log");
    ASSERT_TRUE(process) << process.error().text.en;
    process->letGo();
    process->stop();
    EXPECT_FALSE(fs::exists(m_own));
    EXPECT_FALSE(fs::exists(m_folder / "log"));
}

TEST_F(GuardRescueTest, saves_nothing_where_the_program_ends_and_the_application_lives) {
    auto process = shell("exit 7", m_folder / "log");
    ASSERT_TRUE(process) << process.error().text.en;
    const auto end = process->awaitEnd();
    ASSERT_TRUE(end);
    EXPECT_EQ(end->program.exitCode, 7);
    EXPECT_FALSE(fs::exists(m_own));
    EXPECT_FALSE(fs::exists(m_folder / "log"));
}

} // namespace
} // namespace troika::test
