// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/async_loop.h"

#include "backend/declare.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <troika/base/check.h>

namespace troika {
namespace {

namespace asio = boost::asio;

class AsyncLoop final : public Backend, private SampleSink {
public:
    explicit AsyncLoop(const Stage& stage)
        : m_loop(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO),
          m_timer(m_loop),
          m_inFlight(static_cast<std::uint32_t>(stage.settings.integer("in_flight"))),
          m_work(stage.work),
          m_lane(stage.work.asyncLane(m_loop.get_executor())) {}

    Result<> setUp() override { return {}; }

    Result<> leadIn(std::uint32_t tasks) override {
        Result<> ready;
        asio::co_spawn(m_loop, m_lane->leadIn(std::min(m_inFlight, tasks)),
                       [&](const std::exception_ptr& bug, const Result<>& result) {
                           TROIKA_CHECK(!bug, "no exception leaves a lane");
                           ready = result;
                           m_loop.stop();
                       });
        runLoop();
        return ready;
    }

    Result<> run(const Slice& slice) override {
        if (slice.arrivals().tasks() == 0) return {};
        m_slice = &slice;
        m_next = 0;
        m_due = 0;
        m_open = slice.arrivals().tasks();
        admit();
        runLoop();
        return {};
    }

    Result<> settle() override {
        m_lane->settle();
        // What was cancelled comes back now, not in the next slice.
        m_loop.restart();
        m_loop.poll();
        return {};
    }

    [[nodiscard]] std::vector<Text> notes() const override { return m_work.asyncNotes(); }

private:
    void runLoop() {
        m_loop.restart();
        m_loop.run();
    }

    /// Lets in what is due, and comes back for what is not.
    void admit() {
        const ArrivalPlan& arrivals = m_slice->arrivals();
        m_due = arrivals.dueUntil(m_due, monotonicNow());
        while (m_next < m_due && m_lanes < m_inFlight) startLane();
        if (m_due == arrivals.tasks()) return;
        m_timer.expires_at(
            std::chrono::steady_clock::time_point(std::chrono::nanoseconds(arrivals.due(m_due))));
        m_timer.async_wait([this](const boost::system::error_code& cancelled) {
            if (!cancelled) admit();
        });
    }

    void startLane() {
        ++m_lanes;
        asio::co_spawn(m_loop, performFrom(m_next++), [this](const std::exception_ptr& bug) {
            TROIKA_CHECK(!bug, "no exception leaves a lane");
            --m_lanes;
            if (m_open == 0) m_loop.stop();
        });
    }

    /// Does task `task`, and goes on with the next one that is due: a coroutine a task, but one
    /// spawn for all that follow one another.
    Async<void> performFrom(std::uint32_t task) {
        for (;;) {
            co_await m_lane->perform(m_slice->name(task), *this);
            --m_open;
            if (m_next == m_due) co_return;
            task = m_next++;
        }
    }

    void take(std::uint32_t task, const Sample& sample) override {
        m_slice->record(task, 0, sample);
    }

    asio::io_context m_loop;
    asio::steady_timer m_timer;
    std::uint32_t m_inFlight;
    const Work& m_work;
    std::unique_ptr<AsyncLane> m_lane;
    const Slice* m_slice = nullptr;
    std::uint32_t m_next = 0;  ///< The next task to start.
    std::uint32_t m_due = 0;   ///< The first task that is not due yet.
    std::uint32_t m_open = 0;  ///< Tasks that have not ended.
    std::uint32_t m_lanes = 0; ///< Coroutines that perform tasks: those in flight.
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    const auto tasks = static_cast<std::int64_t>(tasksPerSlice(scenario.workload));
    const std::int64_t atOnce = std::min(contender.settings.integer("in_flight"), tasks);
    Demand demand;
    demand.connections = connectionsOf(scenario, atOnce);
    demand.descriptorsOfRunner += demand.connections;
    demand.lanes = atOnce;
    return demand;
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
    declaration.settings = {integerSetting(
        "in_flight", {"In flight at most", "Одновременно не более"},
        {"How many tasks are begun at once at the most; the others wait for their turn.",
         "Сколько задач может выполняться одновременно; остальные ждут своей очереди."},
        1024, 1, 1'000'000)};
    declaration.demand = demand;
    return {declaration, makeBackend<AsyncLoop>};
}

} // namespace troika
