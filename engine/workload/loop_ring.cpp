// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/loop_ring.h"

#include "platform/io_uring.h"

#include <algorithm>
#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <sys/eventfd.h>
#include <troika/base/check.h>

namespace troika {

namespace asio = boost::asio;

namespace {

constexpr unsigned entries = 256; ///< What is asked for in one turn goes out in smaller batches.
constexpr unsigned completions = 4096;

/// Larger batches save calls, but while one is gathered the disk has less to do than it could.
constexpr std::size_t mostBatch = 16;
constexpr std::size_t fewUnderWay = 3;

} // namespace

Result<> LoopRing::open(bool wakeable) {
    close();
    // Best first: each needs a newer kernel than the one after it.
    constexpr std::array<unsigned, 3> kinds{IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN,
                                            IORING_SETUP_COOP_TASKRUN, 0};
    int error = EINVAL;
    for (std::size_t i = 0; i < kinds.size() && error == EINVAL; ++i) {
        error = openRing(entries, kinds.at(i), completions);
        m_endsWhenAsked = i == 0;
    }
    if (error == 0 && !isSilent()) {
        close();
        error = ENOTSUP;
    }
    if (error != 0) return tl::unexpected(ioUringRefused(error));
    io_uring_register_ring_fd(&ring()); // Saves a look-up a call, where the kernel can.
    m_wake = wakeable ? Descriptor(::eventfd(0, EFD_CLOEXEC)) : Descriptor();
    if (wakeable && !m_wake) return tl::unexpected(ioUringRefused(errno));
    if (wakeable) awaitWake();
    return {};
}

void LoopRing::awaitWake() {
    const bool begun = startFor(m_wakeEnd, [this](io_uring_sqe* entry) {
        io_uring_prep_read(entry, m_wake.get(), &m_wakes, sizeof m_wakes, 0);
    });
    TROIKA_CHECK(begun, "a ring that has just been emptied has room for one operation");
}

void LoopRing::wake() {
    if (m_asleep.exchange(false)) ::eventfd_write(m_wake.get(), 1);
}

void LoopRing::queued() {
    // So few go out with the wait: one call for both.
    if (underWay() <= fewUnderWay) return;
    const std::size_t batch = std::clamp<std::size_t>(underWay() / 16, 1, mostBatch);
    if (io_uring_sq_ready(&ring()) >= batch) io_uring_submit(&ring());
}

void LoopRing::flush() {
    if (io_uring_sq_ready(&ring()) > 0) io_uring_submit(&ring());
}

void LoopRing::run(asio::io_context& loop) {
    m_stopped = false;
    loop.restart();
    const auto atWork = asio::make_work_guard(loop);
    while (!m_stopped) {
        loop.poll();
        if (!m_stopped) turn(loop);
    }
}

void LoopRing::drain(asio::io_context& loop) {
    loop.restart();
    const auto atWork = asio::make_work_guard(loop);
    for (loop.poll(); !isIdle(); loop.poll()) turn(loop);
}

/// Waits until something has ended, and has the loop go on with it. What is resumed runs within
/// the loop's own poll(), where Asio keeps memory ready and what ends dispatches at once.
void LoopRing::turn(asio::io_context& loop) {
    if (m_wake) {
        // Who posts after this look wakes the loop; who posted before is seen now.
        m_asleep = true;
        if (loop.poll() > 0) {
            m_asleep = false;
            return;
        }
    }
    TROIKA_CHECK(underWay() > 0, "a loop that waits has something to wait for");
    io_uring_submit_and_wait(&ring(), 1);
    m_asleep = false;
    asio::post(loop, [this] { reap(); });
}

/// What has ended by now; what ends meanwhile has its turn later.
void LoopRing::reap() {
    for (unsigned left = io_uring_cq_ready(&ring()); left > 0 && isOpen() && endOne();) --left;
}

} // namespace troika
