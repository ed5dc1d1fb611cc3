// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/event_loop.h"
#include "workload/loop_ring.h"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <utility>

namespace troika {

/// Does the blocking `job` (returning int) on a thread of `pool`, and resumes the caller on its
/// own executor, which is kept at work meanwhile. `ring`: the loop's, where it has one; it outlives
/// the pool's threads. What the job refers to has to live in the caller's frame.
template <class Job>
Async<int> onPool(boost::asio::thread_pool& pool, LoopRing* ring, Job job) {
    auto start = [&pool, ring](auto handler, Job work) {
        auto home = boost::asio::prefer(boost::asio::get_associated_executor(handler),
                                        boost::asio::execution::outstanding_work.tracked);
        boost::asio::post(pool, [ring, handler = std::move(handler), home = std::move(home),
                                 work = std::move(work)]() mutable {
            const int result = work();
            boost::asio::post(home, [handler = std::move(handler), result]() mutable {
                std::move(handler)(result);
            });
            if (ring != nullptr) ring->wake();
        });
    };
    co_return co_await boost::asio::async_initiate<decltype(awaiting), void(int)>(
        std::move(start), awaiting, std::move(job));
}

} // namespace troika
