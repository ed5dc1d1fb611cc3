// SPDX-License-Identifier: GPL-3.0-or-later
// Starting a worker process until it is ready, beside a bare posix_spawn of the same program until
// its first byte; and again while this process holds 1 GiB.
#include "backend/process/worker_process.h"
#include "bare_worker.h"
#include "family.h"
#include "rig.h"

namespace troika::bench {
namespace {

constexpr int startsASlice = 5;

/// Mean milliseconds of one start; what a start made is gone before the next.
template <class Start>
double milliseconds(Start start) {
    std::int64_t sum = 0;
    for (int i = 0; i < startsASlice; ++i) {
        const std::int64_t begin = monotonicNow();
        const auto process = start();
        sum += monotonicNow() - begin;
    }
    return static_cast<double>(sum) * 1e-6 / startsASlice;
}

WorkerProcess startWorker(const std::filesystem::path& program, const std::string& spec) {
    WorkerProcess worker = need(WorkerProcess::start({program, spec}));
    need(worker.awaitReady());
    return worker;
}

} // namespace

void measureWorkerStart(const Options& options, const Tell& tell) {
    const Rig rig({.backend = R"("backend": "serial")",
                   .steps = R"([{"kind": "compute", "amount": 1}])",
                   .tasks = 1});
    const auto program = executableFolder() / "troika-worker";
    const auto ours = [&] {
        return milliseconds([&] { return startWorker(program, rig.spec()); });
    };
    const auto bare = [&] { return milliseconds([&] { return spawnBare(program, rig.spec()); }); };
    const Figures figures = measureSmallAndLarge(ours, bare, options.rounds(11));
    if (figures.empty()) return tell(missingRow("worker start", "failed"));
    tell({"worker start", "ms", figures[0], "bare posix_spawn", figures[1], ratioAtMost(1.2), ""});
    tell({"worker start, 1 GiB held", "ms", figures[2], "bare posix_spawn", figures[3],
          ratioAtMost(1.2), ""});
    // "No dearer": within what the same thing differs from itself.
    tell({"worker start, 1 GiB held", "ms", figures[2], "ours, small", figures[0],
          ratioAtMost(1.05), ""});
}

} // namespace troika::bench
