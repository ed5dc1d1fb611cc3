// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/process/messages.h"
#include "backend/process/outbox.h"
#include "platform/spawn.h"
#include "workload/work.h"

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <troika/base/result.h>
#include <utility>
#include <vector>

namespace troika {

/// What to start as a worker, and what it is told first.
struct WorkerRequest {
    std::filesystem::path program;
    std::string spec;
    std::vector<std::string> arguments = {};
    std::vector<std::pair<int, int>> descriptors = {}; ///< {ours, its number}, from 3 on.
};

/// The pool's side of one worker process: starts it, writes orders, reads replies. A worker that
/// is dead or in trouble is a failure of the call that noticed it. Used by one thread.
class WorkerProcess {
public:
    /// Starts the program and tells it its work; does not wait until it is ready.
    static Result<WorkerProcess> start(const WorkerRequest& request);

    /// Sends orders, each task's with its input, without waiting: what finds no room in the pipe is
    /// left for flush().
    Result<> send(std::span<const WorkerOrder> orders, const TaskPayload& carried);
    /// True when all has been sent; call it when input() can be written to.
    Result<bool> flush();
    /// Whether something is left for flush().
    [[nodiscard]] bool waits() const { return !m_outbox.empty(); }
    /// Waits for at least one reply, and returns all that are there; valid until the next call.
    Result<std::span<const WorkerReply>> receive();
    /// The same for replies that outputs come with: one at a time, the output into `output`.
    Result<std::span<const WorkerReply>> receive(std::span<std::byte> output);
    /// Waits for the reply that a worker gives unasked when it is ready to work.
    Result<> awaitReady();

    /// Asks it to end: after what has been sent it reads no more orders.
    void endOrders();
    /// Waits until it has ended; what does not within a second is killed with this object.
    void awaitEnd();

    /// False once a call has noticed its death.
    [[nodiscard]] bool alive() const { return !m_death; }
    /// How it died, if it has; does not wait.
    [[nodiscard]] std::optional<Failure> whetherDied();
    /// What it used in its life, once that is over.
    [[nodiscard]] const Account& accountOfDead() const { return m_end.account; }

    [[nodiscard]] int replies() const { return m_output.get(); }
    [[nodiscard]] int input() const { return m_input.get(); }

private:
    tl::unexpected<Failure> gone();
    void noteDeath(const ChildEnd& end);
    tl::unexpected<Failure> trouble(std::size_t size, std::string begun);

    Child m_process;
    pid_t m_pid = -1;
    Outbox m_outbox;
    bool m_lastOrders = false; ///< When they are sent, no more will follow.
    Descriptor m_input;        ///< Orders are written here.
    Descriptor m_output;       ///< Replies are read here.
    std::array<WorkerReply, 64> m_replies{};
    std::optional<Failure> m_death;
    ChildEnd m_end;
};

/// Those of a pool. When they go, all are asked to end before the first is waited for.
class WorkerProcesses : public std::vector<WorkerProcess> {
public:
    WorkerProcesses() = default;
    WorkerProcesses(const WorkerProcesses&) = delete;
    ~WorkerProcesses() {
        for (WorkerProcess& worker : *this) worker.endOrders();
        for (WorkerProcess& worker : *this) worker.awaitEnd();
    }
};

} // namespace troika
