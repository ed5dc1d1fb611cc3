// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/shared_lanes.h"
#include "backend/process/worker_loop.h"
#include "platform/shared_memory.h"

#include <limits>
#include <troika/base/check.h>

namespace troika {
namespace {

class SharedChannel final : public WorkerChannel {
public:
    SharedChannel(const TaskPayload& carried, SharedMemory memory, std::size_t lane, int output)
        : m_memory(std::move(memory)),
          m_lanes(*reinterpret_cast<SharedLanes*>(m_memory.bytes().data())),
          m_number(lane),
          m_lane(m_lanes.lane(lane)),
          m_output(output) {
        carried.useSources(m_lanes.sources());
    }

    std::span<const WorkerOrder> next() override {
        m_lane.orders.drop(m_given);
        while (!m_ended) {
            const std::uint32_t rung = m_lane.orderBell.rung();
            const auto orders = m_lane.orders.peek();
            if (!orders.empty()) return give(orders);
            m_lane.orderBell.await(rung, std::numeric_limits<std::int64_t>::max());
        }
        return {};
    }

    /// Inputs are taken from the source, where everybody finds them.
    Payload payload() override { return {{}, m_lanes.output(m_number, m_turn)}; }

    void add(const WorkerReply& reply) override {
        if (reply.kind == WorkerReply::Kind::Task) ++m_turn;
        m_lane.replies.push(reply);
        m_unrung = true;
    }

    void flush() override {
        if (m_unrung) m_lanes.replyBell.ring();
        m_unrung = false;
    }

    void trouble(const Failure& why) override {
        sendTrouble(m_output, why);
        add({.kind = WorkerReply::Kind::Trouble});
        flush();
    }

private:
    std::span<const WorkerOrder> give(std::span<const WorkerOrder> orders) {
        m_ended = orders.back().kind == WorkerOrder::Kind::End;
        m_given = m_ended ? orders.size() - 1 : orders.size();
        return orders.first(m_given);
    }

    SharedMemory m_memory;
    SharedLanes& m_lanes;
    std::size_t m_number;
    SharedLane& m_lane;
    int m_output;
    std::uint64_t m_turn = 0; ///< Tasks that were answered.
    std::size_t m_given = 0;  ///< Orders that lie in the ring until they are done.
    bool m_ended = false;
    bool m_unrung = false;
};

} // namespace

Result<std::unique_ptr<WorkerChannel>> sharedChannel(const TaskPayload& carried, int descriptor,
                                                     std::size_t lane, int output) {
    auto memory = SharedMemory::open(Descriptor(descriptor));
    if (!memory) return passOn(memory);
    TROIKA_CHECK(memory->bytes().size() > sizeof(SharedLanes), "the memory is a pool's");
    const auto& lanes = *reinterpret_cast<const SharedLanes*>(memory->bytes().data());
    TROIKA_CHECK(memory->bytes().size() >= SharedLanes::bytes(lanes.shape()) &&
                     lane < lanes.shape().workers,
                 "there is such a lane");
    return std::make_unique<SharedChannel>(carried, std::move(*memory), lane, output);
}

} // namespace troika
