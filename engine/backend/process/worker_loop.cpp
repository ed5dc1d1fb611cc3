// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_loop.h"

#include "backend/process/reply_hold.h"
#include "platform/descriptor.h"

#include <nlohmann/json.hpp>
#include <span>

namespace troika {
namespace {

class Worker {
public:
    Worker(Work& work, StampClock& clock, WorkerChannel& channel)
        : m_clock(clock),
          m_carried(work.payload()),
          m_hold(work.even()),
          m_lane(work.blockingLane()),
          m_channel(channel) {}

    void serve() {
        for (auto orders = m_channel.next(); !orders.empty(); orders = m_channel.next()) {
            for (const WorkerOrder& order : orders) {
                obey(order);
                if (!m_hold.mayWait()) flush();
            }
            flush();
        }
    }

private:
    void obey(const WorkerOrder& order) {
        switch (order.kind) {
        case WorkerOrder::Kind::Task:
            perform(order);
            break;
        case WorkerOrder::Kind::LeadIn:
            leadIn();
            break;
        case WorkerOrder::Kind::Settle:
            m_lane->settle();
            m_channel.add({.kind = WorkerReply::Kind::Done});
            break;
        case WorkerOrder::Kind::Account:
            m_channel.add({.kind = WorkerReply::Kind::Account, .account = ownAccount()});
            break;
        case WorkerOrder::Kind::End:
            break;
        }
    }

    void flush() {
        m_channel.flush();
        m_hold.sent();
    }

    void perform(const WorkerOrder& order) {
        if (m_carried.size() != PayloadSize{})
            m_lane->place(m_channel.payload(), m_carried.sizes());
        const Sample sample = m_lane->perform({order.seed, order.round, order.task, 0});
        m_channel.add({.kind = WorkerReply::Kind::Task, .task = order.task, .sample = sample});
        m_hold.ended(sample);
    }

    void leadIn() {
        m_clock.anchor();
        if (const auto ready = m_lane->leadIn(); !ready) {
            m_channel.trouble(ready.error());
            return;
        }
        m_channel.add({.kind = WorkerReply::Kind::Done});
    }

    StampClock& m_clock;
    const TaskPayload& m_carried;
    ReplyHold m_hold;
    std::unique_ptr<BlockingLane> m_lane;
    WorkerChannel& m_channel;
};

} // namespace

bool sendSpec(int output, const std::string& spec) {
    const auto size = static_cast<std::uint32_t>(spec.size());
    std::string message(reinterpret_cast<const char*>(&size), sizeof size);
    message += spec;
    return writeAll(output, message.data(), message.size());
}

std::string receiveSpec(int input) {
    std::uint32_t size = 0;
    if (!readAll(input, &size, sizeof size)) return {};
    std::string spec(size, '\0');
    return readAll(input, spec.data(), spec.size()) ? spec : std::string();
}

void serveOrders(Work& work, StampClock& clock, WorkerChannel& channel) {
    Worker(work, clock, channel).serve();
}

void sendReady(int output) {
    const WorkerReply ready{.kind = WorkerReply::Kind::Ready};
    writeAll(output, &ready, sizeof ready);
}

void sendTrouble(int output, const Failure& trouble) {
    using Json = nlohmann::json;
    const std::string text =
        Json{{"code", trouble.code}, {"en", trouble.text.en}, {"ru", trouble.text.ru}}.dump(
            -1, ' ', false, Json::error_handler_t::replace);
    const WorkerReply reply{.kind = WorkerReply::Kind::Trouble,
                            .task = static_cast<std::uint32_t>(text.size())};
    writeAll(output, &reply, sizeof reply);
    writeAll(output, text.data(), text.size());
}

} // namespace troika
