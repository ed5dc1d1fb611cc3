// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/turns.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

namespace troika {
namespace {

using namespace std::chrono_literals;

class TurnsTest : public testing::Test {
protected:
    /// Who ended how, in the order in which they did.
    using Ended = std::vector<std::pair<int, Outcome>>;

    Async<void> wait(Turns& turns, int who) {
        co_await boost::asio::this_coro::throw_if_cancelled(false);
        const Outcome outcome = co_await turns.await();
        m_ended.emplace_back(who, outcome);
    }
    void spawn(Turns& turns, int who) {
        boost::asio::co_spawn(m_loop, wait(turns, who), boost::asio::detached);
        m_loop.poll();
    }

    boost::asio::io_context m_loop{1};
    Ended m_ended;
};

TEST_F(TurnsTest, AreServedInTheirOrder) {
    Turns turns({m_loop.get_executor()}, 1h);
    for (int who = 0; who < 3; ++who) spawn(turns, who);
    turns.callFirst();
    turns.callFirst();
    EXPECT_EQ(turns.called(), 2U);
    m_loop.poll();
    EXPECT_EQ(turns.called(), 0U);
    EXPECT_EQ(m_ended, (Ended{{0, Outcome::Finished}, {1, Outcome::Finished}}));
    turns.callFirst();
    turns.callFirst(); // Nobody is left.
    EXPECT_EQ(turns.called(), 1U);
    m_loop.run();
    EXPECT_EQ(m_ended.back(), (std::pair{2, Outcome::Finished}));
}

TEST_F(TurnsTest, HaveAnEnd) {
    Turns turns({m_loop.get_executor()}, 5ms);
    spawn(turns, 0);
    m_loop.run();
    EXPECT_EQ(m_ended, (Ended{{0, Outcome::TimedOut}}));
    turns.callFirst(); // He is gone.
    EXPECT_EQ(turns.called(), 0U);
}

TEST_F(TurnsTest, WhoIsCancelledLeavesTheLine) {
    Turns turns({m_loop.get_executor()}, 1h);
    boost::asio::cancellation_signal stop;
    boost::asio::co_spawn(m_loop, wait(turns, 0),
                          boost::asio::bind_cancellation_slot(stop.slot(), boost::asio::detached));
    m_loop.poll();
    spawn(turns, 1);
    stop.emit(boost::asio::cancellation_type::terminal);
    turns.callFirst();
    m_loop.run();
    EXPECT_EQ(m_ended.size(), 2U);
    for (const auto& [who, outcome] : m_ended) {
        EXPECT_EQ(outcome, who == 0 ? Outcome::Cancelled : Outcome::Finished);
    }
}

TEST_F(TurnsTest, MayEndBeforeThoseWhoWait) {
    auto turns = std::make_unique<Turns>(LoopPlace{m_loop.get_executor()}, 1h);
    spawn(*turns, 0);
    turns.reset();
    EXPECT_TRUE(m_ended.empty());
}

} // namespace
} // namespace troika
