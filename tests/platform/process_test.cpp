// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/account.h"
#include "platform/process_tree.h"
#include "platform/spawn.h"

#include "support/leftovers.h"

#include <future>
#include <gtest/gtest.h>
#include <thread>

#include <algorithm>
#include <csignal>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

namespace troika::test {
namespace {

Result<Child> shell(const std::string& script, std::vector<std::pair<int, int>> descriptors = {}) {
    return spawn({.program = "/bin/sh", .arguments = {"-c", script}, .descriptors = descriptors});
}

TEST(SpawnTest, tells_how_a_child_ended) {
    EXPECT_EQ(shell("exit 3")->wait().exitCode, 3);
    const ChildEnd killed = shell("kill -TERM $$")->wait();
    EXPECT_EQ(killed.signal, SIGTERM);
    EXPECT_NE(describe(killed).en.find("signal 15"), std::string::npos);
    EXPECT_NE(describe({.exitCode = 3}).ru.find("3"), std::string::npos);
}

TEST(SpawnTest, gives_descriptors_under_the_numbers_asked_for_even_when_they_cross) {
    auto one = makePipe();
    auto two = makePipe();
    ASSERT_TRUE(one && two);
    // Numbers such that handing over one would overwrite the source of the other.
    const int a = one->write.get();
    const int b = two->write.get();
    auto child = shell("echo first >&" + std::to_string(b) + "; echo second >&" + std::to_string(a),
                       {{a, b}, {b, a}});
    ASSERT_TRUE(child);
    EXPECT_EQ(child->wait().exitCode, 0);
    char text[16] = {};
    ASSERT_EQ(::read(one->read.get(), text, sizeof text), 6);
    EXPECT_EQ(std::string(text), "first\n");
}

TEST(SpawnTest, gives_nothing_else) {
    const Descriptor open(::dup(0)); // Not closed on exec by itself.
    ASSERT_TRUE(open);
    auto child = shell("test \"$(ls /proc/self/fd | wc -l)\" = 4"); // 0, 1, 2 and ls's own
    ASSERT_TRUE(child);
    EXPECT_EQ(child->wait().exitCode, 0);
}

TEST(SpawnTest, a_missing_program_is_a_failure) {
    const auto child = spawn({.program = "/nowhere/at/all"});
    ASSERT_FALSE(child);
    EXPECT_NE(child.error().text.en.find("/nowhere/at/all"), std::string::npos);
}

TEST(SpawnTest, a_child_dies_with_its_handle) {
    pid_t pid = 0;
    {
        auto child = shell("exec sleep 600");
        ASSERT_TRUE(child);
        pid = child->pid();
        EXPECT_FALSE(child->poll());
    }
    EXPECT_FALSE(alive(pid));
}

TEST(AccountTest, counts_own_processor_time_and_that_of_others) {
    const Account before = ownAccount();
    const std::int64_t machine = machineProcessorTime();
    const std::int64_t self = processorTimeOf(::getpid());
    volatile std::uint64_t sink = 0;
    while (ownAccount().cpuNs() - before.cpuNs() < 30'000'000) sink = sink + 1;
    EXPECT_GE(processorTimeOf(::getpid()) - self, 25'000'000);
    EXPECT_GE(machineProcessorTime() - machine, 15'000'000);
    EXPECT_EQ(processorTimeOf(0x7ffffff0), -1);
}

TEST(AccountTest, adds_and_subtracts_field_by_field) {
    Account sum{1, 2, 3, 4};
    sum += {10, 20, 30, 40};
    EXPECT_EQ(sum, (Account{11, 22, 33, 44}));
    sum -= {1, 2, 3, 4};
    EXPECT_EQ(sum, (Account{10, 20, 30, 40}));
    EXPECT_EQ(sum.cpuNs(), 30);
}

TEST(ProcessTreeTest, finds_children_and_their_children_and_how_large_they_are) {
    auto child = shell("sleep 600 & sleep 600 & wait");
    ASSERT_TRUE(child);
    ASSERT_TRUE(
        within(std::chrono::seconds(5), [&] { return descendantsOf(child->pid()).size() == 2; }));
    const auto children = childrenOf(::getpid());
    EXPECT_NE(std::find(children.begin(), children.end(), child->pid()), children.end());
    const auto grandchildren = descendantsOf(child->pid());
    const TreeSize size = sizeOfDescendants(child->pid());
    EXPECT_EQ(size.processes, 2);
    EXPECT_EQ(size.threads, 2);
    EXPECT_GT(size.anonymousBytes, 0);
    EXPECT_LT(size.anonymousBytes, 100'000'000);
    for (const pid_t pid : grandchildren) ::kill(pid, SIGKILL);
    expectGone(grandchildren);
}

TEST(ProcessTreeTest, finds_the_children_of_a_process_with_many_threads) {
    auto child = shell("exec sleep 600");
    ASSERT_TRUE(child);
    std::promise<void> over;
    const std::shared_future<void> end = over.get_future().share();
    std::vector<std::jthread> threads;
    for (int i = 0; i < 200; ++i) threads.emplace_back([end] { end.wait(); });
    const auto children = childrenOf(::getpid());
    over.set_value();
    EXPECT_NE(std::find(children.begin(), children.end(), child->pid()), children.end());
}

TEST(ProcessTreeTest, a_process_that_is_gone_has_nothing) {
    EXPECT_TRUE(childrenOf(0x7ffffff0).empty());
    EXPECT_EQ(sizeOfDescendants(0x7ffffff0).processes, 0);
}

} // namespace
} // namespace troika::test
