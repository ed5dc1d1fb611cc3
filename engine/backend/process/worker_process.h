// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/process/messages.h"
#include "platform/spawn.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <troika/base/result.h>

namespace troika {

/// The pool's side of one worker process: starts it, writes orders, reads replies. A worker that
/// is gone or in trouble is a failure of the call that noticed it. Used by one thread.
class WorkerProcess {
public:
    /// Starts the program and tells it its work; does not wait until it is ready.
    static Result<WorkerProcess> start(const std::filesystem::path& program,
                                       const std::string& spec);

    /// Sends orders, all in one write where they fit.
    Result<> send(std::span<const WorkerOrder> orders);
    /// Waits for at least one reply, and returns all that are there; valid until the next call.
    Result<std::span<const WorkerReply>> receive();
    /// Sends one order and waits for its one reply; nothing else may be outstanding.
    Result<WorkerReply> ask(const WorkerOrder& order);
    /// Waits for the reply that a worker gives unasked when it is ready to work.
    Result<> awaitReady();

    /// Asks it to end: it reads no more orders.
    void endOrders() { m_input.close(); }
    /// Waits until it has ended; what does not within a second is killed with this object.
    void awaitEnd();

    [[nodiscard]] int replies() const { return m_output.get(); }

private:
    tl::unexpected<Failure> gone();
    tl::unexpected<Failure> trouble(std::size_t size, std::string begun);

    Child m_process;
    Descriptor m_input;  ///< Orders are written here.
    Descriptor m_output; ///< Replies are read here.
    std::array<WorkerReply, 64> m_replies{};
};

} // namespace troika
