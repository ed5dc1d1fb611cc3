// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/loop_ring.h"
#include "workload/loop_socket.h"

#include <array>
#include <netinet/in.h>

namespace troika {

/// By the ring of its loop. Connecting and sending are not awaited for themselves: they go out
/// together with the receive that follows, as a chain, so that a request is one entry in the loop's
/// next system call and one completion.
class RingSocket final : public LoopSocket {
public:
    explicit RingSocket(LoopRing& ring) : m_ring(ring) {}
    RingSocket(const RingSocket&) = delete;
    RingSocket& operator=(const RingSocket&) = delete;
    ~RingSocket() override { RingSocket::close(); }

    int beginConnect(std::uint16_t port) override;
    Async<std::tuple<Error>> writable() override;
    int send(std::string_view bytes) override;
    Async<std::tuple<Error, std::size_t>> receive(std::span<char> buffer) override;
    void cancel() override;
    void close() override;

private:
    void describeConnect(io_uring_sqe* entry);
    void describeSend(io_uring_sqe* entry);
    void describeReceive(io_uring_sqe* entry, std::span<char> buffer) const;

    LoopRing& m_ring;
    bool m_unconnected = false; ///< Connecting is to go out yet.
    std::size_t m_unsent = 0;   ///< Bytes that are to go out yet.
    sockaddr_in m_origin{};
    std::array<char, 256> m_request; ///< What is sent, until it is.
};

} // namespace troika
