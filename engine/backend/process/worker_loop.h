// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/process/worker_channel.h"
#include "workload/work.h"

namespace troika {

/// The pool's first message, before any order: a 32-bit count of bytes, then the description of the
/// work. False, or empty, when the other end is gone.
bool sendSpec(int output, const std::string& spec);
std::string receiveSpec(int input);

/// A worker process's life after it has its work: obeys orders until there are no more. Replies to
/// tasks wait for each other as ReplyHold has it.
void serveOrders(Work& work, StampClock& clock, WorkerChannel& channel);

/// Tells the pool that this worker is ready.
void sendReady(int output);
/// Tells the pool that this worker cannot work, and why.
void sendTrouble(int output, const Failure& failure);

} // namespace troika
