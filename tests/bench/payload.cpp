// SPDX-License-Identifier: GPL-3.0-or-later
// process.shared beside process.pool where every task carries 1 MiB there and back.
#include "family.h"
#include "pairing.h"
#include "rig.h"

#include <fmt/format.h>

namespace troika::bench {
namespace {

constexpr std::uint32_t tasks = 200;

RigPlan carrying(const std::string& backend) {
    return {.backend = fmt::format(R"("backend": "{}", "workers": 2)", backend),
            .steps = R"([{"kind": "compute", "kernel": "sha256", "amount": 1,
                          "payload": {"input": "1MiB", "output": "1MiB"}}])",
            .tasks = tasks};
}

} // namespace

void measurePayload(const Options& options, const Tell& tell) {
    const std::string name = "process.shared, 1 MiB";
    Rig shared(carrying("process.shared"));
    Rig pool(carrying("process.pool"));
    const Figures figures = measureTogether({{"ours", [&] { return tasks / shared.slice(); }},
                                             {"peer", [&] { return tasks / pool.slice(); }}},
                                            options.rounds(15));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "task/s", figures[0], "process.pool", figures[1], ratioAtLeast(3),
          "1 MiB there and 1 MiB back"});
}

} // namespace troika::bench
