// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to record a task: start and end read, due assigned, one slot of the log written.
#include "family.h"
#include "pairing.h"
#include "rig.h"

namespace troika::bench {
namespace {

constexpr std::uint32_t tasks = 100'000;

double nanosecondsEach(std::int64_t begin) {
    return static_cast<double>(monotonicNow() - begin) / tasks;
}

/// Records `tasks` empty tasks through the lane and slice that backends use.
double record(Rig& rig, BlockingLane& lane) {
    const Rig::Bare bare = rig.bareSlice();
    const std::int64_t begin = monotonicNow();
    for (std::uint32_t task = 0; task < tasks; ++task) {
        bare.slice.record(task, 0, lane.perform(bare.slice.name(task)));
    }
    return rig.checked(nanosecondsEach(begin));
}

/// Reads the clock twice a task, and nothing else.
double readTwice(const StampClock& clock) {
    std::int64_t sum = 0;
    const std::int64_t begin = monotonicNow();
    for (std::uint32_t task = 0; task < tasks; ++task) {
        const std::int64_t start = clock.now();
        sum += clock.now() - start;
    }
    [[maybe_unused]] const volatile std::int64_t kept = sum;
    return nanosecondsEach(begin);
}

void measure(const std::string& name, bool fromClock, double bound, const Options& options,
             const Tell& tell) {
    Rig rig({.backend = R"("backend": "serial")",
             .tasks = tasks,
             .own = std::vector<std::unique_ptr<StepWork>>(),
             .stampsFromClock = fromClock});
    if (!fromClock && !rig.clock().usesCounter()) {
        tell(missingRow(name, "no invariant time-stamp counter here: steady_clock is used"));
        return;
    }
    const auto lane = rig.work().blockingLane();
    const Figures figures = measureTogether({{"ours", [&] { return record(rig, *lane); }},
                                             {"peer", [&] { return readTwice(rig.clock()); }}},
                                            options.rounds(41));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "ns/task", figures[0], "two reads alone", figures[1], figureAtMost(bound), ""});
}

} // namespace

void measureRecording(const Options& options, const Tell& tell) {
    measure("record, steady_clock", true, 60, options, tell);
    measure("record, counter", false, 30, options, tell);
}

} // namespace troika::bench
