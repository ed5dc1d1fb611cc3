// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/process/messages.h"
#include "workload/work.h"

#include <memory>
#include <span>
#include <troika/base/result.h>

namespace troika {

/// The worker's end of what WorkerLinks is for the pool.
class WorkerChannel {
public:
    virtual ~WorkerChannel() = default;
    /// Waits for orders, and gives all that are there; none when there will be no more. Valid until
    /// the next call.
    virtual std::span<const WorkerOrder> next() = 0;
    /// Where the payload of that order's task is and belongs, until the reply to it is added.
    virtual Payload payload() = 0;
    /// Sent with the next flush, or before.
    virtual void add(const WorkerReply& reply) = 0;
    virtual void flush() = 0;
    /// Instead of a reply: this worker cannot work, and why.
    virtual void trouble(const Failure& why) = 0;
};

/// Orders from descriptor `input`, until it ends; replies to `output`.
std::unique_ptr<WorkerChannel> pipeChannel(const TaskPayload& carried, int input, int output);

/// Through the part of worker `lane` of the memory behind `descriptor`, which is taken over. The
/// order End ends it; troubles are told to `output`.
Result<std::unique_ptr<WorkerChannel>> sharedChannel(const TaskPayload& carried, int descriptor,
                                                     std::size_t lane, int output);

/// The one of the two that a worker was started for; `arguments` are those of its main(), and its
/// standard input and output are its pipes.
Result<std::unique_ptr<WorkerChannel>> workerChannel(const TaskPayload& carried, int count,
                                                     char** arguments);

} // namespace troika
