// SPDX-License-Identifier: GPL-3.0-or-later
// What thread.queue takes for each step that hands a task on, and thread.parallel-for beside
// oneTBB's own loop, which does and records exactly the same.
#include "family.h"
#include "pairing.h"
#include "rig.h"

#include <fmt/format.h>
#ifdef TROIKA_BENCH_TBB
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace troika::bench {
namespace {

constexpr std::uint32_t tasks = 50'000;

/// A step that does nothing: what is left is handing on, stamping and recording.
class NothingStep final : public BlockingStep {
public:
    Result<> leadIn() override { return {}; }
    StepOutcome perform(const TaskName&) override { return {}; }
    void settle() override {}
};

class NothingWork final : public StepWork {
public:
    std::unique_ptr<BlockingStep> blocking() const override {
        return std::make_unique<NothingStep>();
    }
    std::unique_ptr<AsyncStep> async(const LoopPlace&) const override { return nullptr; }
};

/// Time of a slice by tasks and steps.
void measureQueue(const Options& options, const Tell& tell) {
    constexpr int steps = 4;
    std::vector<std::unique_ptr<StepWork>> own;
    for (int i = 0; i < steps; ++i) own.push_back(std::make_unique<NothingWork>());
    Rig rig({.backend = R"("backend": "thread.queue", "workers": 1, "capacity": 1024)",
             .tasks = tasks,
             .own = std::move(own)});
    const Figures figures = measureTogether(
        {{"ours", [&] { return rig.slice() * 1e9 / tasks / steps; }}}, options.rounds(31));
    if (figures.empty()) return tell(missingRow("thread.queue hand-off", "failed"));
    tell({"thread.queue hand-off",
          "ns/step",
          figures[0],
          "",
          {},
          figureAtMost(250),
          "4 steps that do nothing, a thread each"});
}

#ifdef TROIKA_BENCH_TBB
namespace tbb = oneapi::tbb;

constexpr int workers = 2;

/// oneTBB's loop over all tasks of a slice, in an arena as large as ours.
class BareLoop {
public:
    explicit BareLoop(Rig& rig) : m_rig(rig) {
        for (int i = 0; i < workers; ++i) m_lanes.push_back(rig.work().blockingLane());
    }

    /// ns a task.
    double slice() {
        const Rig::Bare bare = m_rig.bareSlice();
        const std::int64_t begin = monotonicNow();
        m_arena.execute([&] {
            tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, tasks), [&](const auto& range) {
                const auto own =
                    static_cast<std::uint32_t>(tbb::this_task_arena::current_thread_index());
                BlockingLane& lane = *m_lanes[own];
                for (std::uint32_t task = range.begin(); task != range.end(); ++task) {
                    bare.slice.record(task, own, lane.perform(bare.slice.name(task)));
                }
            });
        });
        const auto took = static_cast<double>(monotonicNow() - begin);
        return m_rig.checked(took / tasks);
    }

private:
    Rig& m_rig;
    std::vector<std::unique_ptr<BlockingLane>> m_lanes;
    tbb::global_control m_threads{tbb::global_control::max_allowed_parallelism, workers};
    tbb::task_arena m_arena{workers};
};

void measureLoop(const Options& options, const Tell& tell) {
    const std::string name = "thread.parallel-for";
    Rig rig({.backend = R"("backend": "thread.parallel-for", "workers": 2)",
             .steps = fmt::format(R"([{{"kind": "compute", "kernel": "sha256", "amount": {}}}])",
                                  sha256Amount(std::chrono::microseconds(1))),
             .tasks = tasks});
    BareLoop bare(rig);
    const Figures figures = measureTogether({{"ours", [&] { return rig.slice() * 1e9 / tasks; }},
                                             {"peer", [&] { return bare.slice(); }}},
                                            options.rounds(61));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "ns/task", figures[0], "bare oneTBB", figures[1], ratioAtMost(1.05), ""});
}
#else
void measureLoop(const Options&, const Tell& tell) {
    tell(missingRow("thread.parallel-for", "oneTBB is not installed"));
}
#endif

} // namespace

void measureHandOff(const Options& options, const Tell& tell) {
    measureQueue(options, tell);
    measureLoop(options, tell);
}

} // namespace troika::bench
