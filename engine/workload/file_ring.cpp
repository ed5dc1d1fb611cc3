// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/file_ring.h"

#include "workload/loop_ring.h"

namespace troika {

Result<> FileRing::open(int file, std::uint32_t atOnce) {
    close();
    m_file = file;
    if (m_loop.ring != nullptr) return {};
    return m_own.emplace(m_loop.executor).open(atOnce);
}

template <class Prepare>
Async<int> FileRing::start(Prepare prepare) {
    OperationRing& ring = m_own ? static_cast<OperationRing&>(*m_own) : *m_loop.ring;
    return ring.start(prepare);
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

} // namespace troika
