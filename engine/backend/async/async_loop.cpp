// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/async_loop.h"

#include "backend/async/loop_lanes.h"
#include "backend/async/loop_settings.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <troika/base/check.h>

namespace troika {
namespace {

namespace asio = boost::asio;

class AsyncLoop final : public Backend {
public:
    explicit AsyncLoop(const Stage& stage)
        : m_work(stage.work),
          m_pool(stage.settings),
          m_lanes(stage.work, 0, inFlightOf(stage.settings), m_pool.get()),
          m_timer(m_lanes.loop()) {}

    Result<> setUp() override { return {}; }

    Result<> leadIn(std::uint32_t tasks) override {
        Result<> ready;
        asio::co_spawn(m_lanes.loop(), m_lanes.leadIn(tasks),
                       [&](const std::exception_ptr& bug, const Result<>& result) {
                           TROIKA_CHECK(!bug, "no exception leaves a lane");
                           ready = result;
                           m_lanes.loop().stop();
                       });
        runLoop();
        return ready;
    }

    Result<> run(const Slice& slice) override {
        m_arrivals = &slice.arrivals();
        m_awaited = ArrivalPlan::never;
        m_moreToCome = true;
        m_lanes.begin(slice, [this] { goOn(); });
        admit();
        if (!isOver()) runLoop();
        return {};
    }

    Result<> settle() override {
        m_lanes.settle();
        // What was cancelled comes back now, not in the next slice.
        m_lanes.loop().restart();
        m_lanes.loop().poll();
        return {};
    }

    [[nodiscard]] std::vector<Text> notes() const override { return m_work.asyncNotes(); }

private:
    void runLoop() {
        m_lanes.loop().restart();
        m_lanes.loop().run();
    }

    /// Lets in what is due, and comes back for what is known to be due later.
    void admit() {
        m_lanes.add(m_arrivals->claim(monotonicNow()));
        m_moreToCome = !m_arrivals->exhausted();
        const std::int64_t next = m_arrivals->nextDue();
        if (next == m_awaited) return;
        m_awaited = next;
        if (next == ArrivalPlan::never) return;
        m_timer.expires_at(std::chrono::steady_clock::time_point(std::chrono::nanoseconds(next)));
        m_timer.async_wait([this](const boost::system::error_code& cancelled) {
            if (!cancelled) goOn();
        });
    }

    void goOn() {
        if (m_moreToCome) admit();
        if (isOver()) m_lanes.loop().stop();
    }

    [[nodiscard]] bool isOver() const { return !m_moreToCome && m_lanes.open() == 0; }

    const Work& m_work;
    ComputePool m_pool;
    LoopLanes m_lanes;
    asio::steady_timer m_timer;
    ArrivalPlan* m_arrivals = nullptr;
    std::int64_t m_awaited = ArrivalPlan::never; ///< What the timer was set to.
    bool m_moreToCome = false;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfLoops(scenario, contender, 1);
}

} // namespace

BackendKind asyncLoopKind() {
    BackendDeclaration declaration;
    declaration.name = "async.loop";
    declaration.family = Family::Async;
    declaration.title = {"Event loop", "Цикл событий"};
    declaration.explanation = {
        "One thread runs an event loop; every task is a coroutine that gives way while it waits.",
        "Один поток выполняет цикл событий; каждая задача — сопрограмма, уступающая место на время "
        "ожидания."};
    declaration.settings = loopSettings();
    declaration.demand = demand;
    return {declaration, makeBackend<AsyncLoop>};
}

} // namespace troika
