// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/signalled_ring.h"

#include "platform/descriptor.h"
#include "platform/io_uring.h"

#include <algorithm>
#include <bit>
#include <boost/asio/buffer.hpp>
#include <sys/eventfd.h>

namespace troika {

namespace {

constexpr int mostInOneTurn = 256; ///< Completions, before the loop's other events have theirs.

} // namespace

Result<> SignalledRing::open(std::uint32_t atOnce) {
    close();
    const std::uint32_t entries =
        std::bit_ceil(std::clamp<std::uint32_t>(atOnce, 1, mostRingEntries));
    if (const int error = openRing(entries, 0); error != 0) {
        return tl::unexpected(ioUringRefused(error));
    }
    Descriptor event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const int error = event ? -io_uring_register_eventfd(&ring(), event.get()) : errno;
    if (error != 0) {
        closeRing();
        return tl::unexpected(ioUringRefused(error));
    }
    m_signal = std::make_shared<EventDescriptor>(m_loop, event.release());
    m_awaiting = false;
    return {};
}

void SignalledRing::close() {
    m_signal.reset();
    closeRing();
}

void SignalledRing::queued() {
    submit();
    if (!m_awaiting) awaitSignal();
}

/// What the kernel does not take now (it is short of memory) is offered again at the next turn,
/// which a signal of our own brings about.
void SignalledRing::submit() {
    io_uring_submit(&ring());
    if (io_uring_sq_ready(&ring()) > 0) ::eventfd_write(m_signal->native_handle(), 1);
}

/// Only while something is under way: an idle ring does not keep the loop at work. A signal that
/// was read already may arrive after close(), or after the ring is gone.
void SignalledRing::awaitSignal() {
    m_awaiting = true;
    m_signal->async_read_some(boost::asio::buffer(&m_signals, sizeof m_signals),
                              [this, open = std::weak_ptr(m_signal)](
                                  const boost::system::error_code& error, std::size_t) {
                                  if (!error && !open.expired()) reap();
                              });
}

void SignalledRing::reap() {
    int left = mostInOneTurn;
    while (left > 0 && endOne()) {
        --left;
        if (!m_signal) return; // Closed by whoever went on.
    }
    if (left == 0) ::eventfd_write(m_signal->native_handle(), 1);
    if (io_uring_sq_ready(&ring()) > 0) submit();
    m_awaiting = false;
    if (underWay() > 0) awaitSignal();
}

} // namespace troika
