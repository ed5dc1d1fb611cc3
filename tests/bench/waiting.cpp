// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that each of many tasks takes while all of them wait, measured in a fresh process: freed
// memory of an earlier measurement would be used again, and make tasks look small.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "platform/spawn.h"
#include "rig.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <fstream>
#include <optional>

namespace troika::bench {
namespace {

namespace asio = boost::asio;

/// Anonymous memory of this process, bytes.
double anonymousMemory() {
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    double shared = 0;
    file >> total >> resident >> shared;
    return (resident - shared) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

/// Counts who waits, and notes the memory when all do; then lets them go on.
class Gathering {
public:
    explicit Gathering(std::uint32_t expected)
        : m_expected(expected), m_before(anonymousMemory()) {}

    void arrived() {
        if (++m_waiting == m_expected) m_bytes = anonymousMemory() - m_before;
    }
    [[nodiscard]] std::chrono::steady_clock::time_point until() const { return m_until; }
    [[nodiscard]] double bytesEach() const { return m_bytes / m_expected; }

private:
    std::uint32_t m_expected;
    double m_before;
    double m_bytes = 0;
    std::uint32_t m_waiting = 0;
    std::chrono::steady_clock::time_point m_until =
        std::chrono::steady_clock::now() + std::chrono::seconds(2);
};

class WaitingStep final : public AsyncStep {
public:
    WaitingStep(const LoopExecutor& loop, double& bytes)
        : m_loop(std::move(loop)), m_bytes(bytes) {}

    Async<Result<>> leadIn(std::uint32_t atOnce) override {
        m_gathering.emplace(atOnce);
        co_return Result<>{};
    }
    Async<StepOutcome> perform(TaskName) override {
        asio::steady_timer timer(m_loop, m_gathering->until());
        m_gathering->arrived();
        co_await timer.async_wait(awaiting);
        co_return StepOutcome{};
    }
    void settle() override { m_bytes = m_gathering->bytesEach(); }

private:
    LoopExecutor m_loop;
    double& m_bytes;
    std::optional<Gathering> m_gathering;
};

class WaitingWork final : public StepWork {
public:
    explicit WaitingWork(double& bytes) : m_bytes(bytes) {}
    std::unique_ptr<BlockingStep> blocking() const override { return nullptr; }
    std::unique_ptr<AsyncStep> async(const LoopPlace& loop) const override {
        return std::make_unique<WaitingStep>(loop.executor, m_bytes);
    }

private:
    double& m_bytes;
};

double oursEach(std::uint32_t tasks) {
    double bytes = 0;
    std::vector<std::unique_ptr<StepWork>> own;
    own.push_back(std::make_unique<WaitingWork>(bytes));
    Rig rig({.backend = R"("backend": "async.loop", "in_flight": 1000000)",
             .tasks = tasks,
             .own = std::move(own)});
    return rig.slice() > 0 ? bytes : 0;
}

asio::awaitable<void> wait(asio::io_context& loop, Gathering& gathering) {
    asio::steady_timer timer(loop, gathering.until());
    gathering.arrived();
    co_await timer.async_wait(asio::use_awaitable);
}

double bareEach(std::uint32_t tasks) {
    asio::io_context loop(1);
    Gathering gathering(tasks);
    for (std::uint32_t i = 0; i < tasks; ++i) {
        asio::co_spawn(loop, wait(loop, gathering), [](const std::exception_ptr&) {});
    }
    loop.run();
    return gathering.bytesEach();
}

double inFreshProcess(const std::string& side, std::uint32_t tasks) {
    const auto output = outputOf(executableFolder() / "troika-bench",
                                 {"--waiting", side, "--tasks", std::to_string(tasks)});
    return output ? std::atof(output->c_str()) : 0;
}

} // namespace

int waitingMain(const std::string& side, std::uint32_t tasks) {
    const double bytes = side == "ours" ? oursEach(tasks) : bareEach(tasks);
    fmt::print("{:.1f}\n", bytes);
    return bytes > 0 ? 0 : 1;
}

void measureWaiting(const Options& options, const Tell& tell) {
    constexpr std::uint32_t tasks = 100'000;
    const std::string name = "async.loop, 100,000 waiting";
    const Figures figures =
        measureTogether({{"ours", [] { return inFreshProcess("ours", tasks); }},
                         {"peer", [] { return inFreshProcess("peer", tasks); }}},
                        options.rounds(3));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "B/task", figures[0], "bare Asio", figures[1], figureAtMost(1536),
          "a timer inside each task; anonymous memory, the sample log left out"});
}

} // namespace troika::bench
