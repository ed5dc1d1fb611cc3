// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/file_ring.h"

#include "platform/descriptor.h"
#include "platform/io_uring.h"

#include <gtest/gtest.h>

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace troika::test {
namespace {

class FileRingTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!ioUringAvailable()) GTEST_SKIP() << ioUringReason().en;
        ASSERT_TRUE(m_ring.open(m_file.get(), 8));
    }
    template <class Job>
    void run(Job job) {
        boost::asio::co_spawn(m_loop, job, [this](const std::exception_ptr&) { m_loop.stop(); });
        m_loop.restart();
        m_loop.run();
    }

    boost::asio::io_context m_loop;
    Descriptor m_file{::memfd_create("ring", MFD_CLOEXEC)};
    FileRing m_ring{LoopPlace{m_loop.get_executor()}};
    std::array<std::byte, 4096> m_block{};
};

TEST_F(FileRingTest, writes_syncs_and_reads_back) {
    m_block.fill(std::byte{7});
    std::array<std::byte, 4096> back{};
    run([&]() -> Async<void> {
        EXPECT_EQ(co_await m_ring.write(m_block, 8192), 4096);
        EXPECT_EQ(co_await m_ring.sync(), 0);
        EXPECT_EQ(co_await m_ring.read(back, 8192), 4096);
    });
    EXPECT_EQ(back, m_block);
}

TEST_F(FileRingTest, makes_a_directory_and_in_it_a_file) {
    if (!ioUringMakesDirectories()) GTEST_SKIP() << "this kernel's io_uring makes no directories";
    const std::string directory = testing::TempDir() + "ring-test-" + std::to_string(::getpid());
    const std::string name = directory + "/file";
    m_block.fill(std::byte{9});
    run([&]() -> Async<void> {
        EXPECT_EQ(co_await m_ring.makeDirectory(directory.c_str(), 0700), 0);
        EXPECT_EQ(co_await m_ring.makeDirectory(directory.c_str(), 0700), -EEXIST);
        const int opened = co_await m_ring.openFile(name.c_str(), O_WRONLY | O_CREAT, 0600);
        EXPECT_GE(opened, 0);
        EXPECT_EQ(co_await m_ring.writeTo(opened, m_block, 0), 4096);
        EXPECT_EQ(co_await m_ring.syncAllOf(opened), 0);
        EXPECT_EQ(co_await m_ring.closeFile(Descriptor(opened)), 0);
        EXPECT_EQ(::fcntl(opened, F_GETFD), -1);
        EXPECT_EQ(co_await m_ring.openFile((directory + "/no/file").c_str(), O_RDONLY, 0), -ENOENT);
    });
    std::array<std::byte, 4096> back{};
    const Descriptor file(::open(name.c_str(), O_RDONLY));
    EXPECT_EQ(::read(file.get(), back.data(), back.size()), 4096);
    EXPECT_EQ(back, m_block);
    ::unlink(name.c_str());
    EXPECT_EQ(::rmdir(directory.c_str()), 0);
}

TEST_F(FileRingTest, tells_the_end_of_the_file_and_the_systems_errors) {
    ASSERT_EQ(::ftruncate(m_file.get(), 1000), 0);
    run([&]() -> Async<void> {
        EXPECT_EQ(co_await m_ring.read(m_block, 0), 1000);
        EXPECT_EQ(co_await m_ring.read(m_block, 1000), 0);
    });
    ASSERT_TRUE(m_ring.open(-1, 1));
    run([&]() -> Async<void> { EXPECT_EQ(co_await m_ring.read(m_block, 0), -EBADF); });
}

TEST_F(FileRingTest, carries_more_operations_than_it_has_entries) {
    constexpr int operations = 5'000;
    ASSERT_EQ(::ftruncate(m_file.get(), 4096), 0);
    int done = 0;
    for (int i = 0; i < operations; ++i) {
        boost::asio::co_spawn(
            m_loop,
            [&]() -> Async<void> {
                std::array<std::byte, 1> byte{};
                EXPECT_EQ(co_await m_ring.read(byte, 0), 1);
                if (++done == operations) m_loop.stop();
            },
            boost::asio::detached);
    }
    m_loop.run();
    EXPECT_EQ(done, operations);
}

TEST_F(FileRingTest, a_signal_that_comes_after_closing_is_for_nobody) {
    run([&]() -> Async<void> { (void)co_await m_ring.read(m_block, 0); });
    for (int i = 0; i < 3; ++i) {
        // The last operation ends, and the loop is stopped, while further signals are on their way.
        run([&]() -> Async<void> {
            boost::asio::co_spawn(
                m_loop, [&]() -> Async<void> { (void)co_await m_ring.sync(); },
                boost::asio::detached);
            (void)co_await m_ring.read(m_block, 0);
        });
        m_ring.close();
        m_loop.restart();
        m_loop.poll();
        ASSERT_TRUE(m_ring.open(m_file.get(), 8));
    }
}

TEST_F(FileRingTest, closing_waits_for_what_is_under_way_and_drops_who_awaited_it) {
    struct Witness {
        bool& gone;
        ~Witness() { gone = true; }
    };
    bool gone = false;
    bool resumed = false;
    boost::asio::co_spawn(
        m_loop,
        [&]() -> Async<void> {
            const Witness witness{gone};
            (void)co_await m_ring.read(m_block, 0);
            resumed = true;
        },
        boost::asio::detached);
    m_loop.poll_one();
    m_ring.close();
    m_loop.restart();
    m_loop.poll(); // Coroutines are unwound by their executor.
    EXPECT_TRUE(gone);
    EXPECT_FALSE(resumed);
}

} // namespace
} // namespace troika::test
