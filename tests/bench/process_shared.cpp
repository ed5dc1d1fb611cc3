// SPDX-License-Identifier: GPL-3.0-or-later
// process.shared: the round trip of an empty task to one worker and back with 64 in flight, beside
// a bare pair of rings in shared memory, woken by futex, with messages of the same sizes.
#include "backend/process/messages.h"
#include "family.h"
#include "pairing.h"
#include "placement.h"
#include "platform/spawn.h"
#include "rig.h"

#include <array>
#include <atomic>
#include <climits>
#include <fmt/format.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace troika::bench {
namespace {

constexpr std::uint32_t inFlight = 64;

/// One writes, the other reads; both in memory of zeros.
template <class Message>
class BareRing {
public:
    void push(const Message& message) {
        m_messages[m_written % inFlight] = message;
        m_shared.store(++m_written, std::memory_order_release);
    }
    /// After what was pushed: wakes the reader if it sleeps.
    void wake() {
        if (m_asleep.exchange(0) == 0) return;
        ::syscall(SYS_futex, &m_asleep, FUTEX_WAKE, 1, nullptr, nullptr, 0);
    }
    /// Waits for at least one message, and takes all that are there.
    std::uint32_t take(std::array<Message, inFlight>& into) {
        std::uint32_t written = m_shared.load(std::memory_order_acquire);
        while (written == m_read) {
            m_asleep.store(1);
            if (m_shared.load() == m_read) { // It sleeps only if nobody has woken it since.
                ::syscall(SYS_futex, &m_asleep, FUTEX_WAIT, 1, nullptr, nullptr, 0);
            }
            written = m_shared.load(std::memory_order_acquire);
        }
        const std::uint32_t count = written - m_read;
        for (std::uint32_t i = 0; i < count; ++i) into[i] = m_messages[m_read++ % inFlight];
        return count;
    }

private:
    alignas(64) std::atomic<std::uint32_t> m_shared = 0;
    std::atomic<std::uint32_t> m_asleep = 0;
    alignas(64) std::uint32_t m_written = 0; ///< The writer's own.
    alignas(64) std::uint32_t m_read = 0;    ///< The reader's own.
    alignas(64) std::array<Message, inFlight> m_messages;
};

struct BareLanes {
    BareRing<WorkerOrder> orders;
    BareRing<WorkerReply> replies;
};

/// A forked child at the other end of both rings.
class BareEcho {
public:
    BareEcho()
        : m_lanes(static_cast<BareLanes*>(::mmap(nullptr, sizeof(BareLanes), PROT_READ | PROT_WRITE,
                                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {
        if (m_lanes == MAP_FAILED) giveUp("no shared memory");
        const pid_t pid = ::fork();
        if (pid < 0) giveUp("fork failed");
        if (pid == 0) answer();
        m_child = Child(pid);
    }
    BareEcho(const BareEcho&) = delete;
    BareEcho& operator=(const BareEcho&) = delete;
    ~BareEcho() {
        m_child = Child();
        ::munmap(m_lanes, sizeof(BareLanes));
    }

    /// us a message there and back.
    double slice(std::uint32_t tasks) {
        std::uint32_t sent = 0;
        std::uint32_t room = inFlight;
        const std::int64_t begin = monotonicNow();
        for (std::uint32_t answered = 0; answered < tasks;) {
            for (; room > 0 && sent < tasks; --room) m_lanes->orders.push({.task = sent++});
            m_lanes->orders.wake();
            const std::uint32_t got = m_lanes->replies.take(m_replies);
            answered += got;
            room += got;
        }
        return static_cast<double>(monotonicNow() - begin) * 1e-3 / tasks;
    }

private:
    [[noreturn]] void answer() {
        std::array<WorkerOrder, inFlight> orders{};
        for (;;) {
            const std::uint32_t count = m_lanes->orders.take(orders);
            for (std::uint32_t i = 0; i < count; ++i) {
                m_lanes->replies.push({.task = orders[i].task});
            }
            m_lanes->replies.wake();
        }
    }

    BareLanes* m_lanes;
    std::array<WorkerReply, inFlight> m_replies{};
    Child m_child;
};

} // namespace

void measureProcessShared(const Options& options, const Tell& tell) {
    constexpr std::uint32_t tasks = 40'000;
    const std::string name = fmt::format("process.shared, {} in flight", inFlight);
    const Placement placement;
    placement.stayOn(1);
    Rig rig({.backend =
                 fmt::format(R"("backend": "process.shared", "workers": 1, "batch": {})", inFlight),
             .tasks = tasks,
             .worker = executableFolder() / "troika-bench-echo",
             .own = std::vector<std::unique_ptr<StepWork>>()});
    BareEcho echo;
    placement.stayOn(0);
    const Figures figures = measureTogether({{"ours", [&] { return rig.slice() * 1e6 / tasks; }},
                                             {"peer", [&] { return echo.slice(tasks); }}},
                                            options.rounds(31));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "us/task", figures[0], "bare futex ring", figures[1], ratioAtMost(1.2),
          "ours stamps and records each task, the ring does not"});
}

} // namespace troika::bench
