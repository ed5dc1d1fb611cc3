// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/flow_graph.h"

#include "backend/declare.h"
#include "backend/ended.h"
#include "backend/thread/tbb_arena.h"

#include <oneapi/tbb/flow_graph.h>

namespace troika {
namespace {

namespace flow = oneapi::tbb::flow;

/// A task on its way through the graph.
struct Travelling {
    std::uint32_t task = 0;
    bool ended = false; ///< By a step that did not finish: the others let it pass.
    Sample sample;
};

/// A node a step, in a row: waiting tasks, then a limit to those in flight, then the steps. Each
/// node works on any number of tasks at once, as the arena has threads. The calling thread puts
/// tasks in and waits.
class FlowGraph final : public Backend {
public:
    explicit FlowGraph(const Stage& stage)
        : m_arena(stage.work, static_cast<std::size_t>(stage.settings.integer("workers")) + 1),
          m_inFlight(static_cast<std::size_t>(stage.settings.integer("in_flight"))),
          m_steps(stage.work.steps()) {}
    ~FlowGraph() override { rest(); }

    Result<> setUp() override {
        m_arena->execute([this] { build(); });
        return {};
    }
    Result<> leadIn(std::uint32_t) override { return m_arena.leadIn(); }

    Result<> run(const Slice& slice) override {
        m_slice = &slice;
        m_ended.reset();
        feed(slice.arrivals(), [this](TaskRange due) {
            m_arena.handOver();
            m_arena->execute([&] {
                for (std::uint32_t task = due.first; task < due.last; ++task) {
                    m_nodes->waiting.try_put({.task = task, .ended = false, .sample = {}});
                }
            });
        });
        m_ended.await(slice.arrivals().admitted());
        return {};
    }

    Result<> settle() override {
        rest();
        m_arena.settle();
        return {};
    }

private:
    using Step = flow::function_node<Travelling, Travelling>;

    struct Nodes {
        explicit Nodes(std::size_t inFlight) : waiting(graph), limit(graph, inFlight) {}
        flow::graph graph;
        flow::queue_node<Travelling> waiting;
        flow::limiter_node<Travelling> limit;
        std::vector<std::unique_ptr<Step>> steps;
        std::optional<flow::function_node<Travelling, flow::continue_msg>> end;
    };

    /// The graph belongs to the arena that it is made in.
    void build() {
        m_nodes = std::make_unique<Nodes>(m_inFlight);
        Nodes& nodes = *m_nodes;
        flow::make_edge(nodes.waiting, nodes.limit);
        flow::sender<Travelling>* last = &nodes.limit;
        for (std::size_t step = 0; step < m_steps; ++step) {
            nodes.steps.push_back(
                std::make_unique<Step>(nodes.graph, flow::unlimited, [this, step](Travelling task) {
                    return perform(task, step);
                }));
            flow::make_edge(*last, *nodes.steps.back());
            last = nodes.steps.back().get();
        }
        nodes.end.emplace(nodes.graph, flow::unlimited, [this](const Travelling& task) {
            m_slice->record(task.task, workerNumber(), task.sample);
            m_ended.add(1);
            return flow::continue_msg();
        });
        flow::make_edge(*last, *nodes.end);
        flow::make_edge(*nodes.end, nodes.limit.decrementer());
    }

    /// Also of what the graph does for itself, after the last task has ended.
    void rest() {
        if (m_nodes) m_arena->execute([this] { m_nodes->graph.wait_for_all(); });
    }

    Travelling perform(Travelling task, std::size_t step) {
        m_arena.takeOver();
        if (task.ended) return task;
        BlockingLane& lane = m_arena.lane(TbbArena::number());
        task.ended = !lane.performStep(m_slice->name(task.task), step, task.sample);
        m_arena.handOver();
        return task;
    }

    /// Place 0 is the caller's, who only puts tasks in: workers are counted from the next one.
    [[nodiscard]] static std::uint32_t workerNumber() { return TbbArena::number() - 1; }

    TbbArena m_arena;
    std::size_t m_inFlight;
    std::size_t m_steps;
    const Slice* m_slice = nullptr; ///< Written before tasks are put in.
    EndedTasks m_ended;
    std::unique_ptr<Nodes> m_nodes;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfThreads(scenario, contender.settings.integer("workers"));
}

} // namespace

BackendKind flowGraphKind() {
    BackendDeclaration declaration;
    declaration.name = "thread.graph";
    declaration.family = Family::Thread;
    declaration.title = {"Flow graph", "Граф потоков данных"};
    declaration.explanation = {
        "A flow graph of oneTBB: every step is a node, tasks flow from one to the next, and so "
        "many are on their way at once.",
        "Граф oneTBB: каждый шаг — узел, задачи переходят от узла к узлу, и одновременно в пути "
        "лишь заданное их число."};
    declaration.settings = {
        integerSetting("workers", {"Threads", "Потоков"},
                       {"How many threads work on all nodes together.",
                        "Сколько потоков вместе обслуживает все узлы."},
                       4, 1, 1024),
        integerSetting("in_flight", {"In flight at most", "Одновременно не более"},
                       {"How many tasks are on their way through the graph at once at the most.",
                        "Сколько задач может одновременно проходить по графу."},
                       64, 1, 1'000'000)};
    declaration.demand = demand;
    return {declaration, makeBackend<FlowGraph>};
}

} // namespace troika
