// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/loop_ring.h"

#include "test_loop.h"
#include "workload/file_ring.h"
#include "workload/on_pool.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <cstdlib>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace troika {
namespace {

namespace asio = boost::asio;

class LoopRingTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!ioUringAvailable()) GTEST_SKIP() << ioUringReason().en;
        m_loop.emplace(LoopMeans::Ring, true);
    }
    template <class Job>
    void spawn(Job job) {
        asio::co_spawn(m_loop->loop(), std::move(job), asio::detached);
    }
    LoopRing& ring() { return m_loop->ring(); }
    void run() { m_loop->run(); }
    /// An operation that comes to nothing but its end.
    Async<int> nothing() {
        return ring().start([](io_uring_sqe* entry) { io_uring_prep_nop(entry); });
    }
    /// An operation that does not end by itself.
    Async<int> forever(int pipe, char* byte) {
        return ring().start(
            [=](io_uring_sqe* entry) { io_uring_prep_read(entry, pipe, byte, 1, 0); });
    }

    std::optional<TestLoop> m_loop;
};

TEST_F(LoopRingTest, reads_what_it_wrote_as_a_files_ring_does) {
    const Descriptor file(::memfd_create("ring", MFD_CLOEXEC));
    FileRing files(m_loop->place());
    ASSERT_TRUE(files.open(file.get(), 1));
    std::array<std::byte, 4096> block{};
    std::array<std::byte, 4096> back{};
    block.fill(std::byte{9});
    spawn([&]() -> Async<void> {
        EXPECT_EQ(co_await files.write(block, 4096), 4096);
        EXPECT_EQ(co_await files.sync(), 0);
        EXPECT_EQ(co_await files.read(back, 4096), 4096);
        EXPECT_EQ(co_await files.read(back, 8192), 0);
    });
    run();
    EXPECT_EQ(back, block);
}

TEST_F(LoopRingTest, carries_more_operations_than_it_has_entries) {
    constexpr int operations = 20'000;
    int ended = 0;
    for (int i = 0; i < operations; ++i) {
        spawn([&]() -> Async<void> {
            EXPECT_EQ(co_await nothing(), 0);
            EXPECT_EQ(co_await nothing(), 0);
            ++ended;
        });
    }
    run();
    EXPECT_EQ(ended, operations);
}

TEST_F(LoopRingTest, runs_until_it_is_stopped_and_goes_on_afterwards) {
    int turns = 0;
    spawn([&]() -> Async<void> {
        for (;;) {
            co_await nothing();
            if (++turns % 10 == 0) ring().stop();
        }
    });
    ring().run(m_loop->loop());
    EXPECT_EQ(turns, 10);
    ring().run(m_loop->loop());
    EXPECT_EQ(turns, 20);
}

TEST_F(LoopRingTest, other_threads_wake_it) {
    asio::thread_pool pool(2);
    int sum = 0;
    for (int i = 1; i <= 100; ++i) {
        spawn([&, i]() -> Async<void> {
            sum += co_await onPool(pool, &ring(), [i] { return i; });
            if (sum == 5050) ring().stop();
        });
    }
    ring().run(m_loop->loop());
    EXPECT_EQ(sum, 5050);
    pool.join();
}

TEST_F(LoopRingTest, a_chain_tells_the_last_one_or_what_failed_first) {
    const Descriptor file(::memfd_create("ring", MFD_CLOEXEC));
    std::array<char, 4> bytes{};
    const auto chain = [&](int first, unsigned size) {
        int told = 0;
        int calls = 0;
        ring().startChain(
            2,
            [&](unsigned i, io_uring_sqe* entry) {
                if (i == 1) return io_uring_prep_nop(entry);
                io_uring_prep_read(entry, first, bytes.data(), size, 0);
            },
            [&](int result) {
                told = result;
                ++calls;
            });
        run();
        EXPECT_EQ(calls, 1);
        return told;
    };
    EXPECT_EQ(chain(-1, 4), -EBADF);
    EXPECT_EQ(chain(file.get(), 4), -EPIPE); // There is less to read.
    ASSERT_EQ(::ftruncate(file.get(), 4), 0);
    EXPECT_EQ(chain(file.get(), 4), 0);
}

TEST_F(LoopRingTest, closing_ends_what_waits_forever_and_drops_who_awaited_it) {
    struct Witness {
        bool& gone;
        ~Witness() { gone = true; }
    };
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    const Descriptor reading(pipe[0]);
    const Descriptor writing(pipe[1]);
    bool gone = false;
    bool resumed = false;
    char byte = 0;
    spawn([&]() -> Async<void> {
        const Witness witness{gone};
        (void)co_await forever(reading.get(), &byte);
        resumed = true;
    });
    m_loop->loop().poll();
    ring().close();
    m_loop->loop().restart();
    m_loop->loop().poll(); // Coroutines are unwound by their executor.
    EXPECT_TRUE(gone);
    EXPECT_FALSE(resumed);
    EXPECT_TRUE(ring().open(false)); // And can be opened again.
}

/// From now on this process is refused rings, as where a container's rules forbid them.
void forbidRings() {
    std::array<sock_filter, 4> rules{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{rules.size(), rules.data()};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

TEST(LoopRingDeathTest, says_why_it_is_refused_and_what_to_do) {
    const auto refused = [] {
        forbidRings();
        LoopRing ring;
        const auto opened = ring.open(true);
        const bool told = !opened && opened.error().code == "io-uring-refused" &&
                          opened.error().text.en.find("io_uring_disabled=0") != std::string::npos &&
                          opened.error().text.ru.find("запрещён") != std::string::npos;
        std::_Exit(told ? 0 : 1);
    };
    EXPECT_EXIT(refused(), ::testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace troika
