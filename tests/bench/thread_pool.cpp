// SPDX-License-Identifier: GPL-3.0-or-later
// thread.pool with tasks of a microsecond, submitted from outside one by one, two workers, every
// task recorded; beside other pools that do and record exactly the same.
#include "family.h"
#include "pairing.h"
#include "rig.h"

#include <array>
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fmt/format.h>
#include <thread>
#ifdef TROIKA_BENCH_TBB
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace troika::bench {
namespace {

constexpr std::uint32_t tasks = 50'000;
constexpr std::size_t workers = 2;

/// The work of a slice as a foreign pool's workers do it. Each worker counts for itself, and the
/// task that was submitted last wakes the submitter: cheaper than any count that is shared.
class ForeignSlice {
public:
    explicit ForeignSlice(Rig& rig) : m_rig(rig) {
        for (std::size_t i = 0; i < m_lanes.size(); ++i) m_lanes[i] = rig.work().blockingLane();
    }

    /// Hands every task to `submit`, one by one, and waits until all are done; ns a task.
    template <class Submit>
    double run(Submit submit) {
        const Rig::Bare bare = m_rig.bareSlice();
        m_slice = &bare.slice;
        for (Counter& counter : m_done) counter.tasks.store(0);
        m_lastBegun.store(false);
        const std::int64_t begin = monotonicNow();
        for (std::uint32_t task = 0; task < tasks; ++task) submit(task);
        m_lastBegun.wait(false);
        while (done() < tasks) std::this_thread::yield();
        const auto took = static_cast<double>(monotonicNow() - begin);
        return m_rig.checked(took / tasks);
    }

    void perform(std::uint32_t task) {
        const std::uint32_t lane = ownLane();
        m_slice->record(task, lane, m_lanes[lane]->perform(m_slice->name(task)));
        auto& mine = m_done[lane].tasks;
        mine.store(mine.load(std::memory_order_relaxed) + 1, std::memory_order_release);
        if (task + 1 == tasks) {
            m_lastBegun.store(true);
            m_lastBegun.notify_one();
        }
    }

private:
    struct alignas(64) Counter {
        std::atomic<std::uint32_t> tasks = 0;
    };

    std::uint32_t ownLane() {
        thread_local const std::uint32_t lane = m_nextLane++ % maximumLanes;
        return lane;
    }
    [[nodiscard]] std::uint32_t done() const {
        std::uint32_t sum = 0;
        for (const Counter& counter : m_done) sum += counter.tasks.load(std::memory_order_acquire);
        return sum;
    }

    /// Threads of two foreign pools come here; each keeps the lane it got first.
    static constexpr std::uint32_t maximumLanes = 16;
    static inline std::atomic<std::uint32_t> m_nextLane = 0;
    Rig& m_rig;
    const Slice* m_slice = nullptr;
    std::array<std::unique_ptr<BlockingLane>, maximumLanes> m_lanes;
    std::array<Counter, maximumLanes> m_done;
    std::atomic<bool> m_lastBegun = false;
};

/// One thread that does the same, without handing anything over: twice as fast is ideal.
double idealSlice(Rig& rig, BlockingLane& lane) {
    const Rig::Bare bare = rig.bareSlice();
    const std::int64_t begin = monotonicNow();
    for (std::uint32_t task = 0; task < tasks; ++task) {
        bare.slice.record(task, 0, lane.perform(bare.slice.name(task)));
    }
    const auto took = static_cast<double>(monotonicNow() - begin);
    return rig.checked(took / tasks / workers);
}

std::vector<double> inverse(std::vector<double> figures) {
    for (double& figure : figures) figure = 1000 / figure;
    return figures;
}

void tellRows(const std::vector<Rival>& rivals, const Figures& figures, const Tell& tell) {
    const auto ours = inverse(figures[0]);
    const std::string unit = "task/us";
    tell({"thread.pool efficiency", unit, ours, "ideal: 1 thread x2", inverse(figures[1]),
          ratioAtLeast(0.93), ""});
    std::size_t best = 2;
    for (std::size_t i = 2; i < rivals.size(); ++i) {
        if (median(figures[i]) < median(figures[best])) best = i;
    }
    for (std::size_t i = 2; i < rivals.size(); ++i) {
        tell({"thread.pool", unit, ours, rivals[i].name, inverse(figures[i]),
              i == best ? ratioAtLeast(1.08) : noTarget, ""});
    }
}

} // namespace

void measureThreadPool(const Options& options, const Tell& tell) {
    Rig rig({.backend = R"("backend": "thread.pool", "workers": 2)",
             .steps = fmt::format(R"([{{"kind": "compute", "kernel": "sha256", "amount": {}}}])",
                                  sha256Amount(std::chrono::microseconds(1))),
             .tasks = tasks});
    ForeignSlice foreign(rig);
    const auto lane = rig.work().blockingLane();
    boost::asio::thread_pool asioPool(workers);
    std::vector<Rival> rivals{{"ours", [&] { return rig.slice() * 1e9 / tasks; }},
                              {"ideal", [&] { return idealSlice(rig, *lane); }},
                              {"Asio thread_pool", [&] {
                                   return foreign.run([&](std::uint32_t task) {
                                       boost::asio::post(
                                           asioPool, [&foreign, task] { foreign.perform(task); });
                                   });
                               }}};
#ifdef TROIKA_BENCH_TBB
    // The submitter is no worker: without this, oneTBB would start one thread on two cores.
    const oneapi::tbb::global_control threads(oneapi::tbb::global_control::max_allowed_parallelism,
                                              workers + 1);
    oneapi::tbb::task_arena arena(workers, 0);
    rivals.push_back({"oneTBB enqueue", [&] {
                          return foreign.run([&](std::uint32_t task) {
                              arena.enqueue([&foreign, task] { foreign.perform(task); });
                          });
                      }});
#else
    tell(missingRow("thread.pool, oneTBB", "oneTBB is not installed"));
#endif
    const Figures figures = measureTogether(rivals, options.rounds(61));
    if (figures.empty()) return tell(missingRow("thread.pool", "failed"));
    tellRows(rivals, figures, tell);
    tell(missingRow("thread.pool, BS", "BS::thread_pool is no package of Debian's: not measured"));
}

} // namespace troika::bench
