// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <optional>
#include <troika/scenario/catalogue.h>
#include <vector>

namespace troika {

/// What all event loops can be told: tasks in flight at once, and where computations go.
std::vector<Setting> loopSettings();

std::uint32_t inFlightOf(const Settings& settings);

/// What `loops` loops hold that share the tasks of a slice.
Demand demandOfLoops(const Scenario& scenario, const Contender& contender, std::int64_t loops);

/// The threads that a loop hands its computations to, where its settings say so.
class ComputePool {
public:
    explicit ComputePool(const Settings& settings);
    ~ComputePool() { join(); }
    /// Ends the threads.
    void join() {
        if (m_pool) m_pool->join();
    }
    /// Null where computations are done on the loop.
    [[nodiscard]] boost::asio::thread_pool* get() { return m_pool ? &*m_pool : nullptr; }

private:
    std::optional<boost::asio::thread_pool> m_pool;
};

} // namespace troika
