// SPDX-License-Identifier: GPL-3.0-or-later
// process.pool: the round trip of an empty task to one worker and back, beside a bare pair of pipes
// with a forked child that answers messages of the same sizes.
#include "backend/process/messages.h"
#include "family.h"
#include "pairing.h"
#include "placement.h"
#include "platform/descriptor.h"
#include "platform/spawn.h"
#include "rig.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace troika::bench {
namespace {

constexpr std::size_t atOnce = 64;

/// Whole messages, at least one, as many as have come; 0 at the end.
template <class Message>
std::size_t receive(int descriptor, std::array<Message, atOnce>& into) {
    auto* bytes = reinterpret_cast<char*>(into.data());
    std::size_t have = 0;
    do {
        const ssize_t got = ::read(descriptor, bytes + have, sizeof into - have);
        if (got <= 0) return 0;
        have += static_cast<std::size_t>(got);
    } while (have % sizeof(Message) != 0);
    return have / sizeof(Message);
}

void answerOrders(int input, int output) {
    std::array<WorkerOrder, atOnce> orders{};
    std::array<WorkerReply, atOnce> replies{};
    while (const std::size_t count = receive(input, orders)) {
        for (std::size_t i = 0; i < count; ++i) replies[i].task = orders[i].task;
        if (!writeAll(output, replies.data(), count * sizeof(WorkerReply))) return;
    }
}

/// A forked child behind two pipes.
class BareEcho {
public:
    BareEcho() {
        auto orders = need(makePipe());
        auto replies = need(makePipe());
        const pid_t pid = ::fork();
        if (pid < 0) giveUp("fork failed");
        if (pid == 0) {
            orders.write.close();
            replies.read.close();
            answerOrders(orders.read.get(), replies.write.get());
            ::_exit(0);
        }
        m_child = Child(pid);
        m_input = std::move(orders.write);
        m_output = std::move(replies.read);
    }

    /// `tasks` messages there and back, `inFlight` at once; us a message.
    double slice(std::uint32_t tasks, std::uint32_t inFlight) {
        std::array<WorkerOrder, atOnce> orders{};
        std::array<WorkerReply, atOnce> replies{};
        std::uint32_t sent = 0;
        std::uint32_t answered = 0;
        std::size_t room = inFlight;
        const std::int64_t begin = monotonicNow();
        while (answered < tasks) {
            const std::size_t count = std::min<std::size_t>(room, tasks - sent);
            for (std::size_t i = 0; i < count; ++i) orders[i].task = sent++;
            writeAll(m_input.get(), orders.data(), count * sizeof(WorkerOrder));
            room = receive(m_output.get(), replies);
            if (room == 0) return 0;
            answered += static_cast<std::uint32_t>(room);
        }
        return static_cast<double>(monotonicNow() - begin) * 1e-3 / tasks;
    }

private:
    Child m_child;
    Descriptor m_input;
    Descriptor m_output;
};

void measure(std::uint32_t inFlight, std::uint32_t tasks, const Options& options,
             const Tell& tell) {
    const std::string name = fmt::format("process.pool, {} in flight", inFlight);
    const Placement placement;
    placement.stayOn(1);
    Rig rig({.backend = fmt::format(R"("backend": "process.pool", "workers": 1, "prefetch": {})",
                                    inFlight),
             .tasks = tasks,
             .worker = executableFolder() / "troika-bench-echo",
             .own = std::vector<std::unique_ptr<StepWork>>()});
    BareEcho echo;
    placement.stayOn(0);
    const Figures figures = measureTogether({{"ours", [&] { return rig.slice() * 1e6 / tasks; }},
                                             {"peer", [&] { return echo.slice(tasks, inFlight); }}},
                                            options.rounds(31));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "us/task", figures[0], "bare pipe pair", figures[1], ratioAtMost(1.2), ""});
}

} // namespace

void measureProcessPool(const Options& options, const Tell& tell) {
    measure(1, 2'000, options, tell);
    measure(64, 40'000, options, tell);
}

} // namespace troika::bench
