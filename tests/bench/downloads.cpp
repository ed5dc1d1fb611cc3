// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads over 32 connections that are kept alive: async.loop and async.uring beside wrk, both at
// one origin.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "rig.h"
#include "trial/origin_process.h"

#include <fmt/format.h>

namespace troika::bench {
namespace {

void measure(const std::string& backend, const std::string& size, std::uint64_t bytes,
             std::uint32_t tasks, double target, const Options& options, const Tell& tell) {
    const std::string name = fmt::format("downloads of {}, {}", size, backend);
    const auto wrk = findTool("wrk");
    if (!wrk) return tell(missingRow(name, "wrk is not installed"));
    const ScratchDirectory scratch("/dev/shm", "origin");
    const OriginProcess origin = need(OriginProcess::start(scratch.path() / "origin"));
    Rig rig({.backend = fmt::format(R"("backend": "{}", "in_flight": 32)", backend),
             .steps = fmt::format(R"([{{"kind": "download", "size": {}}}])", bytes),
             .tasks = tasks,
             .originPort = origin.port()});
    const std::string url = fmt::format("http://127.0.0.1:{}/body?size={}", origin.port(), bytes);
    const auto ours = [&] {
        const double seconds = rig.slice();
        return seconds > 0 ? tasks / seconds : 0;
    };
    const Figures figures = measureTogether(
        {{"ours", ours}, {"wrk", [&] { return wrkRate(*wrk, url); }}}, options.rounds(11));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "1/s", figures[0], "wrk -t1 -c32", figures[1], ratioAtLeast(target), ""});
}

} // namespace

void measureDownloads(const Options& options, const Tell& tell) {
    measure("async.loop", "1 KiB", 1024, 40'000, 1.0, options, tell);
    measure("async.loop", "100 KiB", 100 * 1024, 10'000, 1.0, options, tell);
    measure("async.uring", "1 KiB", 1024, 40'000, 1.0, options, tell);
}

} // namespace troika::bench
