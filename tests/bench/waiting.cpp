// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that each of many tasks takes while all of them wait, measured in a fresh process: freed
// memory of an earlier measurement would be used again, and make tasks look small.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "platform/limits.h"
#include "platform/process_tree.h"
#include "platform/spawn.h"
#include "rig.h"
#include "trial/origin_process.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <unistd.h>

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

/// Counts who waits, and notes the memory when all do; then lets them go on. Used by many threads
/// where each task has one.
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
    std::atomic<double> m_bytes = 0;
    std::atomic<std::uint32_t> m_waiting = 0;
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

/// The same on a thread.
class SleepingStep final : public BlockingStep {
public:
    /// One gathering for the threads of all tasks; it begins with the last of their lead-ins.
    struct Shared {
        std::uint32_t tasks;
        std::optional<Gathering> gathering;
        double& bytes;
    };
    explicit SleepingStep(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}

    Result<> leadIn() override {
        m_shared->gathering.emplace(m_shared->tasks);
        return {};
    }
    StepOutcome perform(const TaskName&) override {
        m_shared->gathering->arrived();
        std::this_thread::sleep_until(m_shared->gathering->until());
        return {};
    }
    void settle() override { m_shared->bytes = m_shared->gathering->bytesEach(); }

private:
    std::shared_ptr<Shared> m_shared;
};

class WaitingWork final : public StepWork {
public:
    WaitingWork(std::uint32_t tasks, double& bytes)
        : m_bytes(bytes),
          m_shared(std::make_shared<SleepingStep::Shared>(tasks, std::nullopt, bytes)) {}
    std::unique_ptr<BlockingStep> blocking() const override {
        return std::make_unique<SleepingStep>(m_shared);
    }
    std::unique_ptr<AsyncStep> async(const LoopPlace& loop) const override {
        return std::make_unique<WaitingStep>(loop.executor, m_bytes);
    }

private:
    double& m_bytes;
    std::shared_ptr<SleepingStep::Shared> m_shared;
};

double oursEach(const std::string& backend, std::uint32_t tasks) {
    double bytes = 0;
    std::vector<std::unique_ptr<StepWork>> own;
    own.push_back(std::make_unique<WaitingWork>(tasks, bytes));
    Rig rig({.backend = backend, .tasks = tasks, .own = std::move(own)});
    return rig.slice() > 0 ? bytes : 0;
}

/// Workers that have done a task each and wait for another.
double processEach(std::uint32_t tasks) {
    Rig rig({.backend = fmt::format(R"("backend": "process.pool", "workers": {})", tasks),
             .tasks = tasks,
             .worker = executableFolder() / "troika-bench-echo",
             .own = std::vector<std::unique_ptr<StepWork>>()});
    if (rig.slice() <= 0) return 0;
    return static_cast<double>(sizeOfDescendants(::getpid()).anonymousBytes) / tasks;
}

/// The most anonymous memory that this process has at any time while `tasks` downloads wait for
/// their answers, without what it had before.
double downloadsEach(const std::string& backend, std::uint32_t tasks) {
    raiseDescriptorLimit();
    const ScratchDirectory scratch("/dev/shm", "origin");
    const OriginProcess origin = need(OriginProcess::start(scratch.path() / "origin"));
    const double before = anonymousMemory();
    Rig rig({.backend = backend,
             .steps = R"([{"kind": "download", "size": "1 KiB", "delay": "3 s"}])",
             .tasks = tasks,
             .originPort = origin.port()});
    double most = 0;
    const std::jthread watch([&most](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            most = std::max(most, anonymousMemory());
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    return rig.slice() > 0 ? (most - before) / tasks : 0;
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

/// What a fresh process can be asked for, in bytes a task.
const std::map<std::string, std::function<double(std::uint32_t)>>& sides() {
    static const std::map<std::string, std::function<double(std::uint32_t)>> all{
        {"async",
         [](auto tasks) {
             return oursEach(R"("backend": "async.loop", "in_flight": 1000000)", tasks);
         }},
        {"asio", bareEach},
        {"threads",
         [](auto tasks) {
             return oursEach(R"("backend": "thread.per-task", "at_once": 4096)", tasks);
         }},
        {"processes", processEach},
        {"async-downloads",
         [](auto tasks) {
             return downloadsEach(R"("backend": "async.loop", "in_flight": 1000000)", tasks);
         }},
        {"thread-downloads",
         [](auto tasks) {
             return downloadsEach(R"("backend": "thread.per-task", "at_once": 8000)", tasks);
         }},
    };
    return all;
}

Rival rival(const std::string& side, std::uint32_t tasks) {
    return {side, [side, tasks] { return inFreshProcess(side, tasks); }};
}

} // namespace

int waitingMain(const std::string& side, std::uint32_t tasks) {
    const auto found = sides().find(side);
    const double bytes = found == sides().end() ? 0 : found->second(tasks);
    fmt::print("{:.1f}\n", bytes);
    return bytes > 0 ? 0 : 1;
}

void measureWaiting(const Options& options, const Tell& tell) {
    constexpr std::uint32_t many = 100'000;
    const std::string name = "async.loop, 100,000 waiting";
    const Figures units = measureTogether({rival("async", many), rival("asio", many),
                                           rival("threads", 2'000), rival("processes", 50)},
                                          options.rounds(3));
    if (units.empty()) return tell(missingRow(name, "failed"));
    tell({name, "B/task", units[0], "bare Asio", units[1], figureAtMost(1536),
          "a timer inside each task; anonymous memory, the sample log left out"});
    tell({name, "B/task", units[0], "2,000 threads", units[2], ratioAtMost(1.0 / 5),
          "thread.per-task, each asleep; without what the kernel keeps for it"});
    tell({name, "B/task", units[0], "50 processes", units[3], ratioAtMost(1.0 / 15),
          "workers of process.pool between two tasks"});
    constexpr std::uint32_t downloads = 8'000;
    const Figures peaks =
        measureTogether({rival("async-downloads", downloads), rival("thread-downloads", downloads)},
                        options.rounds(3));
    if (peaks.empty()) return tell(missingRow("8,000 downloads in flight", "failed"));
    tell({"8,000 downloads in flight", "B/task", peaks[0], "thread.per-task", peaks[1],
          ratioAtMost(0.6), "async.loop; the peak of anonymous memory"});
}

} // namespace troika::bench
