// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_loop.h"

#include "backend/process/messages.h"
#include "platform/descriptor.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <span>

namespace troika {
namespace {

/// Replies wait for each other no longer than this.
constexpr std::int64_t holdBackNs = 20'000;
constexpr std::size_t ordersAtOnce = 64;

/// Reads whole orders, as many as there are (at least one); none at the end of input.
class OrderReader {
public:
    explicit OrderReader(int input) : m_input(input) {}

    std::span<const WorkerOrder> next() {
        std::size_t have = 0;
        auto* bytes = reinterpret_cast<char*>(m_orders.data());
        do {
            const ssize_t got = ::read(m_input, bytes + have, sizeof m_orders - have);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return {};
            have += static_cast<std::size_t>(got);
        } while (have % sizeof(WorkerOrder) != 0);
        return {m_orders.data(), have / sizeof(WorkerOrder)};
    }

private:
    int m_input;
    std::array<WorkerOrder, ordersAtOnce> m_orders{};
};

/// Gathers replies and writes them together.
class ReplyWriter {
public:
    explicit ReplyWriter(int output) : m_output(output) {}

    void add(const WorkerReply& reply) {
        m_replies[m_count++] = reply;
        if (m_count == m_replies.size()) flush();
    }
    void flush() {
        if (m_count > 0) writeAll(m_output, m_replies.data(), m_count * sizeof(WorkerReply));
        m_count = 0;
    }

private:
    int m_output;
    std::size_t m_count = 0;
    std::array<WorkerReply, ordersAtOnce> m_replies{};
};

class Worker {
public:
    Worker(Work& work, StampClock& clock, int input, int output)
        : m_clock(clock),
          m_lane(work.blockingLane()),
          m_orders(input),
          m_replies(output),
          m_output(output) {}

    void serve() {
        m_replies.add({.kind = WorkerReply::Kind::Ready});
        m_replies.flush();
        for (auto orders = m_orders.next(); !orders.empty(); orders = m_orders.next()) {
            std::int64_t oldest = 0;
            for (const WorkerOrder& order : orders) {
                const std::int64_t ended = obey(order);
                if (oldest == 0) oldest = ended;
                if (ended - oldest > holdBackNs) {
                    m_replies.flush();
                    oldest = 0;
                }
            }
            m_replies.flush();
        }
    }

private:
    /// When the order's task ended; 0 where it was no task.
    std::int64_t obey(const WorkerOrder& order) {
        switch (order.kind) {
        case WorkerOrder::Kind::Task:
            return perform(order);
        case WorkerOrder::Kind::LeadIn:
            leadIn();
            return 0;
        case WorkerOrder::Kind::Settle:
            m_lane->settle();
            m_replies.add({.kind = WorkerReply::Kind::Done});
            return 0;
        case WorkerOrder::Kind::Account:
            m_replies.add({.kind = WorkerReply::Kind::Account, .account = ownAccount()});
            return 0;
        }
        return 0;
    }

    std::int64_t perform(const WorkerOrder& order) {
        const Sample sample = m_lane->perform({order.seed, order.round, order.task, 0});
        m_replies.add({.kind = WorkerReply::Kind::Task, .task = order.task, .sample = sample});
        return sample.end;
    }

    void leadIn() {
        m_clock.anchor();
        if (const auto ready = m_lane->leadIn(); !ready) {
            m_replies.flush();
            sendTrouble(m_output, ready.error());
            return;
        }
        m_replies.add({.kind = WorkerReply::Kind::Done});
    }

    StampClock& m_clock;
    std::unique_ptr<BlockingLane> m_lane;
    OrderReader m_orders;
    ReplyWriter m_replies;
    int m_output;
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

void serveOrders(Work& work, StampClock& clock, int input, int output) {
    Worker(work, clock, input, output).serve();
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
