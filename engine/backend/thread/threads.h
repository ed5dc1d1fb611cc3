// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <system_error>
#include <thread>
#include <troika/base/result.h>
#include <vector>

namespace troika {

/// Why thread `number` of `wanted` could not be started, and what raises the limit.
[[nodiscard]] tl::unexpected<Failure> tooManyThreads(std::size_t number, std::size_t wanted,
                                                     const std::system_error& error);

/// Adds `count` threads that each call `work(its number, from 0)`. Where that fails, those that
/// were started are there all the same.
[[nodiscard]] Result<> startThreads(std::vector<std::thread>& threads, std::size_t count,
                                    const std::function<void(std::uint32_t)>& work);

} // namespace troika
