// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/work.h"

namespace troika {

/// The pool's first message, before any order: a 32-bit count of bytes, then the description of the
/// work. False, or empty, when the other end is gone.
bool sendSpec(int output, const std::string& spec);
std::string receiveSpec(int input);

/// A worker process's life after it has its work: answers orders from descriptor `input` on
/// `output` until `input` ends. Replies to short tasks are sent together, but none is held back for
/// longer than it takes to do a few of them.
void serveOrders(Work& work, StampClock& clock, int input, int output);

/// Tells the pool that this worker cannot work, and why.
void sendTrouble(int output, const Failure& failure);

} // namespace troika
