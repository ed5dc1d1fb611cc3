// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/file_ring.h"

#include "platform/io_uring.h"

#include <algorithm>
#include <bit>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <fcntl.h>
#include <memory>
#include <sys/eventfd.h>

namespace troika {

namespace asio = boost::asio;

namespace {

constexpr int mostInOneTurn = 256; ///< Completions, before the loop's other events have theirs.

Result<> refused(int error) {
    return systemFailure("io-uring-refused",
                         bilingual("Cannot use io_uring", "Не удалось использовать io_uring"),
                         error);
}

} // namespace

template <class Handler>
struct FileRing::WaiterOf final : Waiter {
    explicit WaiterOf(Handler waiting) : handler(std::move(waiting)) {}
    void resume(int result) override { std::move(handler)(result); }
    Handler handler;
};

Result<> FileRing::open(int file, std::uint32_t atOnce) {
    close();
    const std::uint32_t entries =
        std::bit_ceil(std::clamp<std::uint32_t>(atOnce, 1, mostRingEntries));
    if (const int error = -io_uring_queue_init(entries, &m_ring, 0); error != 0) {
        return refused(error);
    }
    Descriptor event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    int error = event ? -io_uring_register_eventfd(&m_ring, event.get()) : errno;
    // Without it completions get lost when more are under way than the ring has room for.
    if (error == 0 && (m_ring.features & IORING_FEAT_NODROP) == 0) error = ENOSYS;
    if (error != 0) {
        io_uring_queue_exit(&m_ring);
        return refused(error);
    }
    m_file = file;
    m_completions = std::make_shared<EventDescriptor>(m_loop, event.release());
    m_awaiting = false;
    return {};
}

void FileRing::close() {
    if (!m_completions) return;
    m_completions.reset();
    while (m_underWay > 0) {
        io_uring_cqe* entry = nullptr;
        if (io_uring_sq_ready(&m_ring) > 0) io_uring_submit(&m_ring);
        if (io_uring_wait_cqe(&m_ring, &entry) != 0) continue;
        int result = 0;
        const std::unique_ptr<Waiter> nobody(takeCompleted(entry, result));
        if (nobody->opens) Descriptor(result).close();
    }
    io_uring_queue_exit(&m_ring);
}

Async<int> FileRing::read(std::span<std::byte> bytes, std::uint64_t offset) {
    return start([=, this](io_uring_sqe* entry) {
        io_uring_prep_read(entry, m_file, bytes.data(), static_cast<unsigned>(bytes.size()),
                           offset);
    });
}

Async<int> FileRing::write(std::span<const std::byte> bytes, std::uint64_t offset) {
    return start([=, this](io_uring_sqe* entry) {
        io_uring_prep_write(entry, m_file, bytes.data(), static_cast<unsigned>(bytes.size()),
                            offset);
    });
}

Async<int> FileRing::sync() {
    return start(
        [this](io_uring_sqe* entry) { io_uring_prep_fsync(entry, m_file, IORING_FSYNC_DATASYNC); });
}

Async<int> FileRing::makeDirectory(const char* path, unsigned mode) {
    return start([=](io_uring_sqe* entry) { io_uring_prep_mkdirat(entry, AT_FDCWD, path, mode); });
}

Async<int> FileRing::openFile(const char* path, int flags, unsigned mode) {
    return start(
        [=](io_uring_sqe* entry) { io_uring_prep_openat(entry, AT_FDCWD, path, flags, mode); },
        true);
}

Async<int> FileRing::writeTo(int file, std::span<const std::byte> bytes, std::uint64_t offset) {
    return start([=](io_uring_sqe* entry) {
        io_uring_prep_write(entry, file, bytes.data(), static_cast<unsigned>(bytes.size()), offset);
    });
}

Async<int> FileRing::syncAllOf(int file) {
    return start([=](io_uring_sqe* entry) { io_uring_prep_fsync(entry, file, 0); });
}

/// Who is destroyed before the kernel has taken the operation leaves the descriptor to its owner.
Async<int> FileRing::closeFile(Descriptor file) {
    const int closed = co_await start(
        [&file](io_uring_sqe* entry) { io_uring_prep_close(entry, file.release()); });
    co_return closed;
}

template <class Prepare>
Async<int> FileRing::start(Prepare prepare, bool opens) {
    return asio::async_initiate<decltype(awaiting), void(int)>(
        [this, prepare, opens](auto handler) {
            using Handler = decltype(handler);
            io_uring_sqe* entry = nextEntry();
            if (entry == nullptr) {
                asio::post(m_loop, [handler = std::move(handler)]() mutable {
                    std::move(handler)(-EAGAIN);
                });
                return;
            }
            prepare(entry);
            auto* const waiter = new WaiterOf<Handler>(std::move(handler));
            waiter->opens = opens;
            io_uring_sqe_set_data(entry, waiter);
            ++m_underWay;
            submit();
            if (!m_awaiting) awaitCompletions();
        },
        awaiting);
}

/// What the kernel does not take now (it is short of memory) is offered again at the next turn,
/// which a signal of our own brings about.
void FileRing::submit() {
    io_uring_submit(&m_ring);
    if (io_uring_sq_ready(&m_ring) > 0) ::eventfd_write(m_completions->native_handle(), 1);
}

/// Null where all are taken by what the kernel refuses.
io_uring_sqe* FileRing::nextEntry() {
    io_uring_sqe* entry = io_uring_get_sqe(&m_ring);
    if (entry != nullptr) return entry;
    io_uring_submit(&m_ring);
    return io_uring_get_sqe(&m_ring);
}

/// Only while something is under way: an idle ring does not keep the loop at work. A signal that
/// was read already may arrive after close(), or after the ring is gone.
void FileRing::awaitCompletions() {
    m_awaiting = true;
    m_completions->async_read_some(asio::buffer(&m_signals, sizeof m_signals),
                                   [this, open = std::weak_ptr(m_completions)](
                                       const boost::system::error_code& error, std::size_t) {
                                       if (!error && !open.expired()) reap();
                                   });
}

void FileRing::reap() {
    io_uring_cqe* entry = nullptr;
    int left = mostInOneTurn;
    while (left > 0 && io_uring_peek_cqe(&m_ring, &entry) == 0) {
        --left;
        int result = 0;
        const std::unique_ptr<Waiter> waiter(takeCompleted(entry, result));
        waiter->resume(result);
        if (!m_completions) return; // Closed by whoever went on.
    }
    if (left == 0) ::eventfd_write(m_completions->native_handle(), 1);
    if (io_uring_sq_ready(&m_ring) > 0) submit();
    m_awaiting = false;
    if (m_underWay > 0) awaitCompletions();
}

FileRing::Waiter* FileRing::takeCompleted(io_uring_cqe* entry, int& result) {
    auto* waiter = static_cast<Waiter*>(io_uring_cqe_get_data(entry));
    result = entry->res;
    io_uring_cqe_seen(&m_ring, entry);
    --m_underWay;
    return waiter;
}

} // namespace troika
