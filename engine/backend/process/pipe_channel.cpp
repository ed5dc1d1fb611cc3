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
    PipeChannel(const TaskPayload& carried, int input, int output)
        : m_input(input),
          m_output(output),
          m_taskInput(carried.size().input),
          m_taskOutput(carried.size().output) {}

    /// Whole orders, as many as one read brings and what completes the last one.
    std::span<const WorkerOrder> next() override {
        if (!m_taskInput.empty()) return nextWithInput();
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

    Payload payload() override { return {m_taskInput, m_taskOutput}; }

    void add(const WorkerReply& reply) override {
        m_replies[m_count++] = reply;
        const bool carries = reply.kind == WorkerReply::Kind::Task && !m_taskOutput.empty();
        if (carries || m_count == m_replies.size()) flush();
        if (carries) writeAll(m_output, m_taskOutput.data(), m_taskOutput.size());
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
    /// One order, and where it is a task all that comes with it.
    std::span<const WorkerOrder> nextWithInput() {
        if (!readAll(m_input, m_orders.data(), sizeof(WorkerOrder))) return {};
        const bool carries = m_orders.front().kind == WorkerOrder::Kind::Task;
        if (carries && !readAll(m_input, m_taskInput.data(), m_taskInput.size())) return {};
        return {m_orders.data(), 1};
    }

    int m_input;
    int m_output;
    std::array<WorkerOrder, atOnce> m_orders{};
    std::array<WorkerReply, atOnce> m_replies{};
    std::size_t m_count = 0;
    std::vector<std::byte> m_taskInput; ///< Of the task at hand.
    std::vector<std::byte> m_taskOutput;
};

} // namespace

std::unique_ptr<WorkerChannel> pipeChannel(const TaskPayload& carried, int input, int output) {
    return std::make_unique<PipeChannel>(carried, input, output);
}

} // namespace troika
