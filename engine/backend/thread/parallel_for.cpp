// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/parallel_for.h"

#include "backend/declare.h"
#include "backend/thread/tbb_arena.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

namespace troika {
namespace {

namespace tbb = oneapi::tbb;

class ParallelFor final : public Backend {
public:
    explicit ParallelFor(const Stage& stage)
        : m_arena(stage.work, static_cast<std::size_t>(stage.settings.integer("workers"))),
          m_partitioner(stage.settings.choice("partitioner")),
          m_grain(static_cast<std::size_t>(stage.settings.integer("grain"))) {}

    Result<> setUp() override {
        m_arena->initialize();
        return {};
    }
    Result<> leadIn(std::uint32_t) override { return m_arena.leadIn(); }

    /// One loop after the other, each over all tasks that have become due meanwhile.
    Result<> run(const Slice& slice) override {
        feed(slice.arrivals(), [&](TaskRange due) {
            m_arena.handOver();
            m_arena->execute([&] { loop(slice, due); });
            m_arena.takeOver();
        });
        return {};
    }

    Result<> settle() override {
        m_arena.settle();
        return {};
    }

private:
    using Range = tbb::blocked_range<std::uint32_t>;

    void loop(const Slice& slice, TaskRange due) {
        const Range range(due.first, due.last, m_grain);
        const auto body = [&](const Range& tasks) {
            m_arena.takeOver();
            const std::uint32_t number = TbbArena::number();
            BlockingLane& lane = m_arena.lane(number);
            for (std::uint32_t task = tasks.begin(); task != tasks.end(); ++task) {
                slice.record(task, number, lane.perform(slice.name(task)));
            }
            m_arena.handOver();
        };
        if (m_partitioner == "simple") {
            tbb::parallel_for(range, body, tbb::simple_partitioner());
        } else if (m_partitioner == "static") {
            tbb::parallel_for(range, body, tbb::static_partitioner());
        } else if (m_partitioner == "affinity") {
            tbb::parallel_for(range, body, m_affinity);
        } else {
            tbb::parallel_for(range, body, tbb::auto_partitioner());
        }
    }

    TbbArena m_arena;
    std::string m_partitioner;
    std::size_t m_grain;
    tbb::affinity_partitioner m_affinity;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfThreads(scenario, contender.settings.integer("workers"));
}

} // namespace

BackendKind parallelForKind() {
    BackendDeclaration declaration;
    declaration.name = "thread.parallel-for";
    declaration.family = Family::Thread;
    declaration.title = {"Parallel loop", "Параллельный цикл"};
    declaration.explanation = {
        "A parallel loop of oneTBB runs over all tasks that are due; the next one begins when all "
        "of them are done.",
        "Параллельный цикл oneTBB проходит по всем задачам, срок которых настал; следующий "
        "начинается, когда все они готовы."};
    declaration.settings = {
        integerSetting("workers", {"Threads", "Потоков"},
                       {"How many threads share the loop.", "Сколько потоков делят цикл."}, 4, 1,
                       1024),
        choiceSetting(
            "partitioner", {"Partitioner", "Разбиение"},
            {"How the loop is cut into pieces for the threads.",
             "Как цикл делится на части для потоков."},
            "auto",
            {{"auto", {"as needed, by stealing", "по мере надобности, с перехватом"}},
             {"simple", {"down to the grain, always", "всегда до наименьшей части"}},
             {"static", {"in equal pieces, without stealing", "на равные части, без перехвата"}},
             {"affinity",
              {"as needed, to where the piece was before",
               "по мере надобности, туда же, где часть была раньше"}}}),
        integerSetting("grain", {"Grain", "Наименьшая часть"},
                       {"A piece of so many tasks or fewer is not cut any more.",
                        "Часть из стольких задач или меньше уже не делится."},
                       1, 1, 1'000'000)};
    declaration.demand = demand;
    return {declaration, makeBackend<ParallelFor>};
}

} // namespace troika
