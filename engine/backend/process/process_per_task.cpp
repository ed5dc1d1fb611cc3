// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/process_per_task.h"

#include "backend/declare.h"
#include "backend/process/casualties.h"
#include "backend/process/pipe_links.h"
#include "backend/process/worker_pool.h"

#include <algorithm>
#include <array>

namespace troika {
namespace {

/// Places for processes that live at the same time; one lives for one task.
class ProcessPerTask final : public Backend, private WorkerListener {
public:
    explicit ProcessPerTask(const Stage& stage)
        : m_work(stage.work),
          m_links(stage),
          m_places(static_cast<std::size_t>(stage.settings.integer("at_once"))) {}

    Result<> setUp() override { return m_links.open(m_places.size()); }

    Result<> leadIn(std::uint32_t) override {
        m_free.clear();
        for (std::size_t i = m_places.size(); i > 0; --i) m_free.push_back(i - 1);
        return {};
    }

    Result<> run(const Slice& slice) override {
        ArrivalPlan& arrivals = slice.arrivals();
        m_slice = &slice;
        TaskRange ready;
        while (!ready.empty() || !arrivals.exhausted() || m_free.size() < m_places.size()) {
            if (ready.empty()) ready = arrivals.claim(monotonicNow());
            while (!ready.empty() && !m_free.empty()) {
                if (auto started = start(ready.first++); !started) return started;
            }
            if (m_free.size() < m_places.size()) {
                const bool room = !m_free.empty();
                const std::int64_t until = room ? arrivals.nextDue() : ArrivalPlan::never;
                if (auto heard = m_links.hear(until, *this); !heard) return heard;
            } else if (!arrivals.exhausted()) {
                arrivals.await();
            }
        }
        return {};
    }

    Result<> settle() override { return {}; }

    Result<Account> account() override {
        Account sum = ownAccount();
        sum += m_links.accountOfDead();
        return sum;
    }

    std::vector<Text> takeIncidents() override { return m_casualties.take(); }

private:
    /// The process of a task, from its start to its end.
    struct Place {
        std::uint32_t task = 0;
        std::int64_t start = 0;
        bool answered = false;
    };

    /// A task begins when its process is started; what it needs it makes ready in its own time.
    Result<> start(std::uint32_t task) {
        const std::size_t place = m_free.back();
        m_free.pop_back();
        m_places[place] = {.task = task, .start = m_work.clock().now()};
        if (auto started = m_links.start(place); !started) return started;
        const TaskName name = m_slice->name(task);
        const std::array<WorkerOrder, 2> orders{
            WorkerOrder{.kind = WorkerOrder::Kind::LeadIn},
            WorkerOrder{WorkerOrder::Kind::Task, task, name.seed, name.round}};
        m_links.send(place, orders);
        m_links.endOrders(place);
        m_links.listen(place);
        return {};
    }

    void replied(std::size_t place, std::span<const WorkerReply> replies) override {
        const std::int64_t now = m_work.clock().now();
        for (const WorkerReply& reply : replies) {
            if (reply.kind == WorkerReply::Kind::Task) end(place, reply.sample, now);
        }
    }

    /// Expected after its answer: that is when its place is free.
    Result<> died(std::size_t place, const Failure& how) override {
        if (!m_places[place].answered) {
            m_casualties.died(how);
            m_casualties.lost();
            end(place, {.outcome = Outcome::Lost}, m_work.clock().now());
        }
        m_free.push_back(place);
        return {};
    }

    void end(std::size_t place, Sample sample, std::int64_t now) {
        Place& own = m_places[place];
        own.answered = true;
        sample.start = own.start;
        sample.end = now;
        m_slice->record(own.task, static_cast<std::uint32_t>(place), sample);
    }

    const Work& m_work;
    PipeLinks m_links;
    std::vector<Place> m_places;
    std::vector<std::size_t> m_free;
    const Slice* m_slice = nullptr;
    Casualties m_casualties;
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    const auto tasks = static_cast<std::int64_t>(tasksPerSlice(scenario.workload));
    return demandOfWorkers(scenario, std::min(contender.settings.integer("at_once"), tasks));
}

} // namespace

BackendKind processPerTaskKind() {
    BackendDeclaration declaration;
    declaration.name = "process.per-task";
    declaration.family = Family::Process;
    declaration.title = {"Process per task", "Процесс на задачу"};
    declaration.explanation = {
        "Every task gets a worker process of its own, which is started for it and ends with it.",
        "Для каждой задачи запускается собственный рабочий процесс, который завершается вместе с "
        "ней."};
    declaration.settings = {integerSetting(
        "at_once", {"Processes at most", "Процессов не более"},
        {"How many processes there may be at once; further tasks wait until one has ended.",
         "Сколько процессов может быть одновременно; остальные задачи ждут окончания "
         "какого-нибудь."},
        16, 1, 4096)};
    declaration.demand = demand;
    return {declaration, makeBackend<ProcessPerTask>};
}

} // namespace troika
