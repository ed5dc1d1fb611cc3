// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"
#include "backend/process/worker_process.h"

#include <memory>
#include <span>

namespace troika {

/// Who hears what workers say.
class WorkerListener {
public:
    virtual void replied(std::size_t worker, std::span<const WorkerReply> replies) = 0;
    /// The worker is dead; `how` tells in what way. A failure ends the trial.
    virtual Result<> died(std::size_t worker, const Failure& how) = 0;

protected:
    ~WorkerListener() = default;
};

/// How a pool talks to its worker processes: the way that orders and replies take. Used by one
/// thread.
class WorkerLinks {
public:
    virtual ~WorkerLinks() = default;

    /// Before anything else: for so many workers.
    virtual Result<> open(std::size_t workers) = 0;
    /// Starts a worker, in the place of one that died where there was one; does not wait for it.
    virtual Result<> start(std::size_t worker) = 0;
    /// From then on hear() tells of it.
    virtual Result<> awaitReady(std::size_t worker) = 0;
    /// To a worker that died it does nothing: hear() tells of that.
    virtual void send(std::size_t worker, std::span<const WorkerOrder> orders) = 0;
    /// Waits until some worker has replied or died, or until `until` (CLOCK_MONOTONIC, ns), and
    /// tells of all that have.
    virtual Result<> hear(std::int64_t until, WorkerListener& listener) = 0;
    /// What all workers used that have died; the living tell by themselves.
    [[nodiscard]] virtual Account accountOfDead() const = 0;
    /// Of payloads, in memory that no process has for itself.
    [[nodiscard]] virtual std::int64_t sharedBytes() const { return 0; }
};

/// Orders, replies and payloads lie in memory that all processes share. A worker has `held` tasks
/// at once at the most.
std::unique_ptr<WorkerLinks> sharedLinks(const Stage& stage, std::size_t held);

} // namespace troika
