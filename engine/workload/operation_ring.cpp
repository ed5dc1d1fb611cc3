// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/operation_ring.h"

#include <chrono>
#include <thread>

namespace troika {

int OperationRing::openRing(unsigned entries, unsigned flags, unsigned completions) {
    io_uring_params how{};
    how.flags = flags;
    if (completions > 0) {
        how.flags |= IORING_SETUP_CQSIZE;
        how.cq_entries = completions;
    }
    if (const int error = -io_uring_queue_init_params(entries, &m_ring, &how); error != 0) {
        return error;
    }
    // Without it completions get lost when more are under way than the ring has room for.
    if ((m_ring.features & IORING_FEAT_NODROP) == 0) {
        io_uring_queue_exit(&m_ring);
        return ENOSYS;
    }
    m_open = true;
    return 0;
}

void OperationRing::closeRing() {
    if (!m_open) return;
    m_open = false;
    while (!m_awaited.empty()) {
        // Again after every wait: the next of a chain may have begun since, or only begin in it.
        for (const RingEnd& end : m_awaited) {
            cancel(dataOf(end));
            cancel(dataOf(end) | goesOn);
        }
        const int got = io_uring_submit_and_wait(&m_ring, 1);
        if (got < 0 && got != -EINTR && got != -EBUSY && got != -EAGAIN) break;
        const std::size_t before = m_awaited.size();
        while (io_uring_cq_ready(&m_ring) > 0) {
            int result = 0;
            if (RingEnd* end = takeEnded(result)) end->dropped(result);
        }
        // What nobody can cancel any more (a disk at work) ends by itself.
        constexpr std::chrono::microseconds pause{200};
        if (m_awaited.size() == before) std::this_thread::sleep_for(pause);
    }
    io_uring_queue_exit(&m_ring);
    m_awaited.clear_and_dispose([](RingEnd* end) { end->dropped(-ECANCELED); });
}

void OperationRing::cancel(const RingEnd& end) {
    if (cancel(dataOf(end)) && m_open) queued();
}

bool OperationRing::cancel(std::uint64_t data) {
    io_uring_sqe* entry = nextEntry();
    if (entry == nullptr) return false;
    io_uring_prep_cancel64(entry, data, 0);
    io_uring_sqe_set_data(entry, nullptr);
    return true;
}

bool OperationRing::endOne() {
    if (io_uring_cqe * entry; io_uring_peek_cqe(&m_ring, &entry) != 0) return false;
    int result = 0;
    if (RingEnd* end = takeEnded(result)) end->ended(result);
    return true;
}

/// Of the first completion, which is there; null where nobody is to be told.
RingEnd* OperationRing::takeEnded(int& result) {
    io_uring_cqe* entry = nullptr;
    if (io_uring_peek_cqe(&m_ring, &entry) != 0) return nullptr;
    const bool brokenOff = (entry->user_data & goesOn) != 0;
    auto* end = reinterpret_cast<RingEnd*>(entry->user_data & ~goesOn);
    result = brokenOff && entry->res >= 0 ? -EPIPE : entry->res;
    io_uring_cqe_seen(&m_ring, entry);
    if (end != nullptr) m_awaited.erase(m_awaited.iterator_to(*end));
    return end;
}

bool OperationRing::hasRoom(unsigned entries) {
    if (io_uring_sq_space_left(&m_ring) >= entries) return true;
    io_uring_submit(&m_ring);
    return io_uring_sq_space_left(&m_ring) >= entries;
}

} // namespace troika
