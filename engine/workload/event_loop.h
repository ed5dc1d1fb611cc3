// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace troika {

/// What asynchronous work runs on: one thread's io_context, by its own type. Asio's default, the
/// type-erased any_io_executor, costs every operation some 50 ns for a choice nobody makes here.
using LoopExecutor = boost::asio::io_context::executor_type;

/// A coroutine of that loop.
template <class T>
using Async = boost::asio::awaitable<T, LoopExecutor>;

/// Asio's token for `co_await` within one.
inline constexpr boost::asio::use_awaitable_t<LoopExecutor> awaiting;

} // namespace troika
