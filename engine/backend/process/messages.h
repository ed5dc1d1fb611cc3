// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/account.h"

#include <cstdint>
#include <troika/sample/sample.h>
#include <type_traits>

namespace troika {

/// What a process pool tells a worker that has its work, through the worker's standard input or
/// through shared memory. Fixed size, so that many can be written and read at once. Through a pipe
/// a Task is followed by its input, and the reply to it by its output (see TaskPayload).
struct WorkerOrder {
    enum class Kind : std::uint32_t { LeadIn, Task, Settle, Account, End };
    Kind kind = Kind::Task;
    std::uint32_t task = 0;
    std::uint64_t seed = 0;
    std::uint64_t round = 0;
};

/// What a worker answers to every order but End, in order, the way the orders came. Before any of
/// them it says Ready on its standard output. The answer Trouble is followed by `task` bytes of
/// JSON {code, en, ru} there.
struct WorkerReply {
    enum class Kind : std::uint32_t { Ready, Done, Task, Account, Trouble };
    Kind kind = Kind::Done;
    std::uint32_t task = 0; ///< Task: its number. Trouble: how many bytes follow.
    Sample sample;          ///< Task.
    Account account;        ///< Account.
};

static_assert(std::is_trivially_copyable_v<WorkerOrder> &&
              std::is_trivially_copyable_v<WorkerReply>);

} // namespace troika
