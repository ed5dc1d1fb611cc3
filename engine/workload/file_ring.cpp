// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/file_ring.h"

#include "workload/loop_ring.h"

#include <fcntl.h>

namespace troika {

Result<> FileRing::open(int file, std::uint32_t atOnce) {
    close();
    m_file = file;
    if (m_loop.ring != nullptr) return {};
    return m_own.emplace(m_loop.executor).open(atOnce);
}

template <class Prepare>
Async<int> FileRing::start(Prepare prepare, bool opens) {
    OperationRing& ring = m_own ? static_cast<OperationRing&>(*m_own) : *m_loop.ring;
    return ring.start(prepare, {.opens = opens});
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

} // namespace troika
