// SPDX-License-Identifier: GPL-3.0-or-later
// process.per-task: an empty task in a process of its own, from start to end, beside a bare loop
// that starts the same program by posix_spawn, gives it the same orders and awaits its end; and
// again while this process holds 1 GiB.
#include "backend/process/messages.h"
#include "bare_worker.h"
#include "family.h"
#include "rig.h"

#include <array>
#include <unistd.h>

namespace troika::bench {
namespace {

constexpr std::uint32_t tasks = 10;

/// Milliseconds a task.
double bareSlice(const std::filesystem::path& program, const std::string& spec) {
    const std::int64_t begin = monotonicNow();
    for (std::uint32_t task = 0; task < tasks; ++task) {
        BareWorker worker = spawnBare(program, spec);
        const std::array<WorkerOrder, 2> orders{
            WorkerOrder{.kind = WorkerOrder::Kind::LeadIn},
            WorkerOrder{.kind = WorkerOrder::Kind::Task, .task = task}};
        if (!writeAll(worker.input.get(), orders.data(), sizeof orders)) return 0;
        worker.input.close();
        std::array<char, 4096> replies;
        while (::read(worker.output.get(), replies.data(), replies.size()) > 0) {
        }
        if (worker.process.wait().exitCode != 0) return 0;
    }
    return static_cast<double>(monotonicNow() - begin) * 1e-6 / tasks;
}

} // namespace

void measureProcessPerTask(const Options& options, const Tell& tell) {
    const auto program = executableFolder() / "troika-bench-echo";
    Rig rig({.backend = R"("backend": "process.per-task", "at_once": 1)",
             .tasks = tasks,
             .worker = program,
             .own = std::vector<std::unique_ptr<StepWork>>()});
    const auto ours = [&] { return rig.slice() * 1e3 / tasks; };
    const auto bare = [&] { return bareSlice(program, rig.spec()); };
    const Figures figures = measureSmallAndLarge(ours, bare, options.rounds(11));
    if (figures.empty()) return tell(missingRow("process.per-task", "failed"));
    tell({"process.per-task", "ms/task", figures[0], "bare posix_spawn", figures[1],
          ratioAtMost(1.2), "one at a time; the same program, orders and end"});
    tell({"process.per-task, 1 GiB held", "ms/task", figures[2], "bare posix_spawn", figures[3],
          ratioAtMost(1.2), ""});
}

} // namespace troika::bench
