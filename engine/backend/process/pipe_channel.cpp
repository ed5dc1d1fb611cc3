// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_loop.h"
#include "platform/descriptor.h"

#include <array>
#include <cerrno>

namespace troika {
namespace {

constexpr std::size_t atOnce = 64;

class PipeChannel final : public WorkerChannel {
public:
    PipeChannel(int input, int output) : m_input(input), m_output(output) {}

    /// Whole orders, as many as one read brings and what completes the last one.
    std::span<const WorkerOrder> next() override {
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

    void add(const WorkerReply& reply) override {
        m_replies[m_count++] = reply;
        if (m_count == m_replies.size()) flush();
    }

    void flush() override {
        if (m_count > 0) writeAll(m_output, m_replies.data(), m_count * sizeof(WorkerReply));
        m_count = 0;
    }

    void trouble(const Failure& why) override {
        flush();
        sendTrouble(m_output, why);
    }

private:
    int m_input;
    int m_output;
    std::array<WorkerOrder, atOnce> m_orders{};
    std::array<WorkerReply, atOnce> m_replies{};
    std::size_t m_count = 0;
};

} // namespace

std::unique_ptr<WorkerChannel> pipeChannel(int input, int output) {
    return std::make_unique<PipeChannel>(input, output);
}

} // namespace troika
