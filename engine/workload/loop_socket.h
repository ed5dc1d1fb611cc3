// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/step_work.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/system/error_code.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>

namespace troika {

/// A connection of one event loop to a port of 127.0.0.1. One operation at a time. Closed by its
/// destructor, before which nothing may be awaited.
class LoopSocket {
public:
    using Error = boost::system::error_code;

    virtual ~LoopSocket() = default;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// Begins to connect. 0, or the error number.
    [[nodiscard]] virtual int beginConnect(std::uint16_t port) = 0;
    /// Connected, or failed to, and with room to send.
    virtual Async<std::tuple<Error>> writable() = 0;
    /// Bytes of `bytes` that were taken to be sent, or an error number, negated; with -EAGAIN
    /// writable() tells when to go on. Where sending fails later, receive() tells.
    [[nodiscard]] virtual int send(std::string_view bytes) = 0;
    /// Bytes received; the end is an error (eof), and so is being cancelled (operation_aborted).
    virtual Async<std::tuple<Error, std::size_t>> receive(std::span<char> buffer) = 0;
    /// What has come already; 0 at the end, or an error number, negated.
    [[nodiscard]] int receiveReady(std::span<char> buffer);
    /// Ends what is awaited; the connection is of no more use.
    virtual void cancel() = 0;
    virtual void close() = 0;
    /// Without TIME_WAIT: only for a connection that lies idle.
    void drop();
    [[nodiscard]] bool isConnectedTo(std::uint16_t port) const;

protected:
    static constexpr auto quietly = boost::asio::as_tuple(awaiting);

    /// A new socket; -1, and errno, where there is none. `flags` as socket(2) takes them.
    static int newDescriptor(int flags);

    int m_descriptor = -1; ///< While open.
};

/// By the ring of the loop, where it has one, otherwise by what Asio waits with.
[[nodiscard]] std::unique_ptr<LoopSocket> makeLoopSocket(const LoopPlace& loop);

} // namespace troika
