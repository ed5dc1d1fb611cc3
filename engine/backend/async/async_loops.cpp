// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/async_loops.h"

#include "backend/async/loop_lanes.h"
#include "backend/async/loop_settings.h"
#include "backend/declare.h"
#include "backend/ended.h"
#include "backend/thread/threads.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <thread>
#include <troika/base/check.h>

namespace troika {
namespace {

namespace asio = boost::asio;

/// Loops asked for, or as many as there are cores.
std::int64_t loopsOf(const Settings& settings) {
    const std::int64_t asked = settings.integer("loops");
    return asked > 0 ? asked : std::max<std::int64_t>(1, std::thread::hardware_concurrency());
}

class AsyncLoops final : public Backend {
public:
    explicit AsyncLoops(const Stage& stage) : m_work(stage.work), m_pool(stage.settings) {
        for (std::int64_t i = 0; i < loopsOf(stage.settings); ++i) {
            m_lanes.push_back(std::make_unique<LoopLanes>(stage.work, static_cast<std::uint32_t>(i),
                                                          inFlightOf(stage.settings),
                                                          m_pool.get()));
            m_atWork.push_back(asio::make_work_guard(m_lanes.back()->loop()));
        }
    }

    ~AsyncLoops() override {
        for (auto& guard : m_atWork) guard.reset();
        for (const auto& lanes : m_lanes) lanes->loop().stop();
        for (std::thread& thread : m_threads) thread.join();
        m_pool.join(); // Its threads still hold the loops for a moment after the last task.
    }

    Result<> setUp() override {
        return startThreads(m_threads, m_lanes.size(),
                            [this](std::uint32_t loop) { m_lanes[loop]->loop().run(); });
    }

    Result<> leadIn(std::uint32_t tasks) override {
        const auto share =
            static_cast<std::uint32_t>((tasks + m_lanes.size() - 1) / m_lanes.size());
        std::vector<std::promise<Result<>>> ready(m_lanes.size());
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            asio::co_spawn(m_lanes[i]->loop(), m_lanes[i]->leadIn(share),
                           [&promise = ready[i]](const std::exception_ptr& bug, Result<> result) {
                               TROIKA_CHECK(!bug, "no exception leaves a lane");
                               promise.set_value(std::move(result));
                           });
        }
        Result<> all;
        for (auto& promise : ready) {
            auto one = promise.get_future().get();
            if (!one) all = std::move(one);
        }
        return all;
    }

    /// What is due together is dealt to the loops in equal parts, and each part stays on its loop;
    /// so does what the end of a task makes due at once.
    Result<> run(const Slice& slice) override {
        m_ended.reset();
        for (const auto& lanes : m_lanes) {
            asio::post(lanes->loop(), [this, &slice, &lanes = *lanes] {
                lanes.begin(slice, [this] { m_ended.add(1); });
            });
        }
        feed(slice.arrivals(), [this](TaskRange due) { deal(due); });
        m_ended.await(slice.arrivals().admitted());
        return {};
    }

    Result<> settle() override {
        std::vector<std::promise<void>> settled(m_lanes.size());
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            asio::post(m_lanes[i]->loop(), [&lanes = *m_lanes[i], &promise = settled[i]] {
                lanes.settle();
                promise.set_value();
            });
        }
        for (auto& promise : settled) promise.get_future().get();
        return {};
    }

    [[nodiscard]] std::vector<Text> notes() const override { return m_work.asyncNotes(); }

private:
    void deal(TaskRange due) {
        for (std::uint32_t left = due.size(); left > 0;) {
            const auto loops = static_cast<std::uint32_t>(m_lanes.size());
            const std::uint32_t part = std::min(left, (due.size() + loops - 1) / loops);
            const TaskRange own{due.last - left, due.last - left + part};
            LoopLanes& lanes = *m_lanes[m_next];
            asio::post(lanes.loop(), [&lanes, own] { lanes.add(own); });
            m_next = (m_next + 1) % loops;
            left -= part;
        }
    }

    const Work& m_work;
    ComputePool m_pool;
    std::vector<std::unique_ptr<LoopLanes>> m_lanes;
    std::vector<asio::executor_work_guard<LoopExecutor>> m_atWork;
    std::vector<std::thread> m_threads; ///< Of each loop.
    std::uint32_t m_next = 0;           ///< The loop whose turn it is.
    EndedTasks m_ended;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfLoops(scenario, contender, loopsOf(contender.settings));
}

} // namespace

BackendKind asyncLoopsKind() {
    BackendDeclaration declaration;
    declaration.name = "async.loops";
    declaration.family = Family::Async;
    declaration.title = {"Event loops", "Циклы событий"};
    declaration.explanation = {
        "Several event loops, each on a thread of its own, share the tasks: asynchronous and "
        "parallel.",
        "Несколько циклов событий, каждый в своём потоке, делят задачи: асинхронно и "
        "параллельно."};
    declaration.settings = loopSettings();
    declaration.settings.insert(
        declaration.settings.begin(),
        integerSetting("loops", {"Loops", "Циклов"},
                       {"How many event loops there are; 0: one for each core.",
                        "Сколько циклов событий; 0: по одному на каждое ядро."},
                       0, 0, 256));
    declaration.demand = demand;
    return {declaration, makeBackend<AsyncLoops>};
}

} // namespace troika
