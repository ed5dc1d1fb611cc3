// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/shared_lanes.h"
#include "backend/process/worker_links.h"
#include "platform/shared_memory.h"

#include <algorithm>
#include <new>

namespace troika {
namespace {

/// So often the pool looks whether all workers live: a bell does not ring for a death.
constexpr std::int64_t lookInterval = 20'000'000;

class SharedLinks final : public WorkerLinks {
public:
    SharedLinks(const Stage& stage, std::size_t held)
        : m_program(stage.workerProgram),
          m_spec(stage.workerSpec),
          m_carried(stage.work.payload()),
          m_held(held) {}

    ~SharedLinks() override {
        const WorkerOrder end{.kind = WorkerOrder::Kind::End};
        for (std::size_t i = 0; i < m_workers.size(); ++i) send(i, {&end, 1});
    }

    Result<> open(std::size_t workers) override {
        const SharedLanes::Shape shape{.workers = workers,
                                       .held = m_held,
                                       .sourceBytes = m_carried.sourceBytes(),
                                       .outputBytes = m_carried.size().output};
        auto memory = SharedMemory::create(SharedLanes::bytes(shape));
        if (!memory) return passOn(memory);
        m_memory = std::move(*memory);
        m_lanes = new (m_memory.bytes().data()) SharedLanes(shape);
        m_carried.fillSources(m_lanes->sources());
        m_workers.resize(workers);
        m_answered.resize(workers);
        return {};
    }

    Result<> start(std::size_t worker) override {
        new (&m_lanes->lane(worker)) SharedLane;
        m_answered[worker] = 0;
        auto process = WorkerProcess::start({m_program,
                                             m_spec,
                                             {sharedLaneArgument, std::to_string(worker)},
                                             {{m_memory.descriptor(), sharedLanesDescriptor}}});
        if (!process) return passOn(process);
        m_workers[worker] = std::move(*process);
        return {};
    }

    Result<> awaitReady(std::size_t worker) override { return m_workers[worker].awaitReady(); }

    void send(std::size_t worker, std::span<const WorkerOrder> orders) override {
        SharedLane& lane = m_lanes->lane(worker);
        for (const WorkerOrder& order : orders) lane.orders.push(order);
        lane.orderBell.ring();
    }

    Result<> hear(std::int64_t until, WorkerListener& listener) override {
        for (;;) {
            const std::uint32_t rung = m_lanes->replyBell.rung();
            auto heard = takeReplies(listener);
            if (!heard) return passOn(heard);
            const std::int64_t now = monotonicNow();
            if (now >= m_look) {
                m_look = now + lookInterval;
                auto dead = lookForDead(listener);
                if (!dead) return passOn(dead);
                *heard |= *dead;
            }
            if (*heard || now >= until) return {};
            m_lanes->replyBell.await(rung, std::min(until, m_look));
        }
    }

    Account accountOfDead() const override { return m_dead; }
    std::int64_t sharedBytes() const override {
        return m_lanes == nullptr
                   ? 0
                   : static_cast<std::int64_t>(SharedLanes::payloadBytes(m_lanes->shape()));
    }

private:
    /// True if there was one.
    Result<bool> takeReplies(WorkerListener& listener) {
        bool any = false;
        for (std::size_t i = 0; i < m_workers.size(); ++i) {
            auto& ring = m_lanes->lane(i).replies;
            const auto replies = ring.peek();
            if (replies.empty()) continue;
            any = true;
            if (replies.back().kind == WorkerReply::Kind::Trouble) {
                return passOn(m_workers[i].receive()); // There it says what the trouble is.
            }
            checkOutputs(i, replies);
            listener.replied(i, replies);
            ring.drop(replies.size());
        }
        return any;
    }

    void checkOutputs(std::size_t worker, std::span<WorkerReply> replies) {
        if (m_carried.size().output == 0) return;
        for (WorkerReply& reply : replies) {
            if (reply.kind != WorkerReply::Kind::Task) continue;
            const auto output = m_lanes->output(worker, m_answered[worker]++);
            const bool finished = reply.sample.outcome == Outcome::Finished;
            if (finished && !m_carried.isWhole(output)) reply.sample.outcome = Outcome::Wrong;
        }
    }

    Result<bool> lookForDead(WorkerListener& listener) {
        bool any = false;
        for (std::size_t i = 0; i < m_workers.size(); ++i) {
            const auto death = m_workers[i].whetherDied();
            // Its last words first.
            if (!death || !m_lanes->lane(i).replies.peek().empty()) continue;
            any = true;
            m_dead += m_workers[i].accountOfDead();
            if (auto goesOn = listener.died(i, *death); !goesOn) return passOn(goesOn);
        }
        return any;
    }

    std::filesystem::path m_program;
    std::string m_spec;
    const TaskPayload& m_carried;
    std::size_t m_held;
    SharedMemory m_memory;
    SharedLanes* m_lanes = nullptr;
    WorkerProcesses m_workers;
    std::vector<std::uint64_t> m_answered; ///< Tasks that each worker answered since its start.
    std::int64_t m_look = 0;               ///< When to look for the dead again.
    Account m_dead;
};

} // namespace

std::unique_ptr<WorkerLinks> sharedLinks(const Stage& stage, std::size_t held) {
    return std::make_unique<SharedLinks>(stage, held);
}

} // namespace troika
