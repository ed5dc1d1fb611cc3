// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 in tasks of a millisecond: what two workers gain over one thread, beside what two bare
// loops gain over one.
#include "family.h"
#include "pairing.h"
#include "rig.h"

#include <fmt/format.h>
#include <thread>
#include <troika_kernels.h>

namespace troika::bench {
namespace {

constexpr std::uint32_t tasks = 200;

void loop(std::uint32_t count, std::int64_t amount) {
    for (std::uint32_t i = 0; i < count; ++i) {
        [[maybe_unused]] const volatile std::uint64_t digest =
            troika_kernel_sha256(static_cast<std::uint64_t>(amount), i);
    }
}

double bareLoops(std::uint32_t threads, std::int64_t amount) {
    const std::int64_t begin = monotonicNow();
    std::vector<std::jthread> others;
    for (std::uint32_t i = 1; i < threads; ++i) others.emplace_back(loop, tasks / threads, amount);
    loop(tasks / threads, amount);
    others.clear();
    return static_cast<double>(monotonicNow() - begin) * 1e-9;
}

} // namespace

void measureCompute(const Options& options, const Tell& tell) {
    const std::int64_t amount = sha256Amount(std::chrono::milliseconds(1));
    const std::string steps =
        fmt::format(R"([{{"kind": "compute", "kernel": "sha256", "amount": {}}}])", amount);
    Rig serial({.backend = R"("backend": "serial")", .steps = steps, .tasks = tasks});
    Rig pool(
        {.backend = R"("backend": "thread.pool", "workers": 2)", .steps = steps, .tasks = tasks});
    const Figures figures = measureTogether({{"serial", [&] { return serial.slice(); }},
                                             {"pool", [&] { return pool.slice(); }},
                                             {"one loop", [&] { return bareLoops(1, amount); }},
                                             {"two loops", [&] { return bareLoops(2, amount); }}},
                                            options.rounds(21));
    if (figures.empty()) return tell(missingRow("compute, 2 workers", "failed"));
    tell({"compute, 2 workers", "speed-up", ratios(figures[0], figures[1]), "two bare loops",
          ratios(figures[2], figures[3]), ratioAtLeast(0.97), ""});
}

} // namespace troika::bench
