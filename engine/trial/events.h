// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/account.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <troika/base/result.h>
#include <variant>
#include <vector>

namespace troika {

/// The lines that supervisor and runner exchange, one JSON object each; docs/protocol.md is their
/// definition. Orders go to the runner's standard input:
struct PrepareOrder {
    std::uint64_t slice = 0; ///< Where in the sample log.
    std::uint64_t round = 0; ///< What draws are named by; warm-up has names of its own.
};
struct GoOrder {};
struct FinishOrder {};
using Order = std::variant<PrepareOrder, GoOrder, FinishOrder>;

std::string writeOrder(const Order& order);
Result<Order> readOrder(const std::string& line);

/// Events come from its standard output:
struct ReadyEvent {
    double seconds = 0; ///< Set-up took.
    std::vector<Text> notes;
    std::int64_t sharedBytes = 0; ///< Of payloads, in memory that its processes share.
};
struct PreparedEvent {
    double seconds = 0; ///< Lead-in took.
};
struct DoneEvent {
    std::int64_t begin = 0; ///< When the slice began and ended, CLOCK_MONOTONIC ns.
    std::int64_t end = 0;
    Account account;         ///< Used within the slice by all processes of the trial.
    std::vector<Text> notes; ///< What happened that nobody had asked for.
};
struct SettledEvent {
    double seconds = 0;
};
struct FailedEvent {
    Failure failure;
};
struct FinishedEvent {
    double seconds = 0; ///< Tear-down took.
};
using Event =
    std::variant<ReadyEvent, PreparedEvent, DoneEvent, SettledEvent, FailedEvent, FinishedEvent>;

std::string writeEvent(const Event& event);
Result<Event> readEvent(const std::string& line);

} // namespace troika
