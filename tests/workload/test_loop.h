// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/io_uring.h"
#include "workload/loop_ring.h"
#include "workload/step_work.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <vector>

namespace troika {

/// What an event loop waits by.
enum class LoopMeans { Epoll, Ring };

/// All that can be had here.
inline std::vector<LoopMeans> loopMeans() {
    if (!ioUringAvailable()) return {LoopMeans::Epoll};
    return {LoopMeans::Epoll, LoopMeans::Ring};
}

/// An event loop of a test's own.
class TestLoop {
public:
    explicit TestLoop(LoopMeans means, bool wakeable = false) {
        if (means == LoopMeans::Epoll) return;
        const auto opened = m_ring.emplace().open(wakeable);
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().text.en);
    }
    ~TestLoop() {
        if (m_ring) m_ring->close();
    }
    [[nodiscard]] LoopPlace place(boost::asio::thread_pool* pool = nullptr) {
        return {m_loop.get_executor(), pool, m_ring ? &*m_ring : nullptr};
    }
    boost::asio::io_context& loop() { return m_loop; }
    LoopRing& ring() { return *m_ring; }
    /// Until nothing is left to do.
    void run() {
        if (m_ring) return m_ring->drain(m_loop);
        m_loop.restart();
        m_loop.run();
    }

private:
    boost::asio::io_context m_loop;
    std::optional<LoopRing> m_ring;
};

} // namespace troika
