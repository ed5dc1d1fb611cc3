// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"
#include "workload/event_loop.h"

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <cstdint>
#include <liburing.h>
#include <memory>
#include <span>
#include <troika/base/result.h>

namespace troika {

/// An io_uring of one event loop, for the operations of one file. (Asio's own file service hands
/// the kernel a batch only when the last one is done: at depth 32 the disk idles a quarter of the
/// time. Here every operation goes out at once.) Of the loop's thread.
class FileRing {
public:
    explicit FileRing(const LoopExecutor& loop) : m_loop(loop) {}
    FileRing(const FileRing&) = delete;
    ~FileRing() { close(); }

    /// For operations on `file` (-1: on none but those that are named), of which about `atOnce`
    /// will be under way. "io-uring-refused".
    [[nodiscard]] Result<> open(int file, std::uint32_t atOnce);
    /// Waits for what is under way, for the kernel uses its memory; who awaited it is destroyed (by
    /// the loop, when it next runs or is itself destroyed).
    void close();

    /// Bytes moved, which may be fewer than asked for, or an error number, negated.
    Async<int> read(std::span<std::byte> bytes, std::uint64_t offset);
    Async<int> write(std::span<const std::byte> bytes, std::uint64_t offset);
    /// fdatasync(2): 0, or an error number, negated.
    Async<int> sync();

    // Of other files; what they return is negated where it is an error. Paths are absolute.

    Async<int> makeDirectory(const char* path, unsigned mode); ///< 0.
    /// A descriptor, which is the caller's.
    Async<int> openFile(const char* path, int flags, unsigned mode);
    Async<int> writeTo(int file, std::span<const std::byte> bytes, std::uint64_t offset);
    Async<int> syncAllOf(int file); ///< fsync(2): 0.
    Async<int> closeFile(Descriptor file);

private:
    /// Who waits for one operation.
    struct Waiter {
        virtual ~Waiter() = default;
        virtual void resume(int result) = 0;
        bool opens = false; ///< The result is a descriptor, which somebody has to close.
    };
    template <class Handler>
    struct WaiterOf;

    template <class Prepare>
    Async<int> start(Prepare prepare, bool opens = false);
    io_uring_sqe* nextEntry();
    void submit();
    void awaitCompletions();
    void reap();
    Waiter* takeCompleted(io_uring_cqe* entry, int& result);

    using EventDescriptor = boost::asio::posix::basic_stream_descriptor<LoopExecutor>;

    LoopExecutor m_loop;
    int m_file = -1;
    io_uring m_ring{};
    std::shared_ptr<EventDescriptor> m_completions; ///< An eventfd; set while the ring is open.
    std::uint64_t m_signals = 0;
    std::uint32_t m_underWay = 0;
    bool m_awaiting = false; ///< A signal is waited for.
};

} // namespace troika
