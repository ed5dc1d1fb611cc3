// SPDX-License-Identifier: GPL-3.0-or-later
// How long a user waits: the program itself, a run until its first task, and what is lost between
// two slices.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "platform/spawn.h"
#include "rig.h"

#include <algorithm>
#include <fmt/format.h>
#include <troika/run/run.h>

namespace troika::bench {
namespace {

constexpr double toMs = 1e-6;

struct RunTimes {
    double firstTask = 0; ///< ms from the call until the first slice began.
    double gap = 0;       ///< ms, the median between the end of a slice and the next one's begin.
};

/// When a slice's last task ended.
std::int64_t endOf(const SliceSamples& slice) {
    std::int64_t end = slice.begin;
    for (const Sample& sample : slice.samples) end = std::max(end, sample.end);
    return end;
}

RunTimes timesOf(const StoredRun& run, std::int64_t called) {
    std::vector<std::pair<std::int64_t, std::int64_t>> slices;
    for (const ContenderSamples& contender : run.samples.front().contenders) {
        for (const SliceSamples& slice : contender.slices) {
            slices.emplace_back(slice.begin, endOf(slice));
        }
    }
    std::sort(slices.begin(), slices.end());
    std::vector<double> gaps;
    for (std::size_t i = 1; i < slices.size(); ++i) {
        gaps.push_back(static_cast<double>(slices[i].first - slices[i - 1].second) * toMs);
    }
    if (gaps.empty()) return {};
    return {static_cast<double>(slices.front().first - called) * toMs, median(gaps)};
}

std::string reasons(const StoredRun& run) {
    std::string all;
    for (const ContenderResult& contender : run.result.points.front().contenders) {
        if (!contender.reason) continue;
        all += fmt::format("{}: {}\n", contender.label, contender.reason->text.en);
    }
    return all;
}

RunTimes raceOnce(const Scenario& scenario, const Options& options) {
    const std::int64_t called = monotonicNow();
    const auto run = runScenario(scenario, {.diskBase = options.diskBase}, {}, {});
    if (!run || run->result.status != RunStatus::Finished) {
        fmt::print(stderr, "troika-bench: the run failed\n{}",
                   run ? reasons(*run) : run.error().text.en);
        return {};
    }
    return timesOf(*run, called);
}

void measureRuns(const std::string& what, const std::string& step, const Options& options,
                 const Tell& tell) {
    RigPlan plan{.backend = R"("backend": "serial"},
                     {"backend": "thread.pool", "workers": 2},
                     {"backend": "process.pool", "workers": 2},
                     {"backend": "async.loop")",
                 .steps = step,
                 .tasks = 16};
    Scenario scenario = readRigScenario(plan);
    scenario.rounds = 5;
    std::vector<double> first;
    std::vector<double> gaps;
    for (int i = 0; i < options.rounds(7); ++i) {
        const RunTimes times = raceOnce(scenario, options);
        if (!(times.firstTask > 0)) return tell(missingRow("run, " + what, "failed"));
        first.push_back(times.firstTask);
        gaps.push_back(times.gap);
    }
    tell({"run to first task, " + what,
          "ms",
          first,
          "",
          {},
          figureAtMost(50),
          "four contenders; nothing to calibrate"});
    tell({"between two slices, " + what,
          "ms",
          gaps,
          "",
          {},
          what == "compute" ? figureAtMost(1) : noTarget,
          ""});
}

double millisecondsOf(const std::filesystem::path& program,
                      const std::vector<std::string>& arguments) {
    const std::int64_t begin = monotonicNow();
    const auto output = outputOf(program, arguments);
    return output ? static_cast<double>(monotonicNow() - begin) * toMs : 0;
}

void measureVersion(const Options& options, const Tell& tell) {
    const auto troika = executableFolder() / "troika";
    if (!std::filesystem::exists(troika)) {
        return tell(missingRow("troika --version", "troika is not built"));
    }
    const Figures figures =
        measureTogether({{"ours", [&] { return millisecondsOf(troika, {"--version"}); }},
                         {"true", [&] { return millisecondsOf("/bin/true", {}); }}},
                        options.rounds(21));
    if (figures.empty()) return tell(missingRow("troika --version", "failed"));
    tell({"troika --version", "ms", figures[0], "/bin/true", figures[1], figureAtMost(20), ""});
}

} // namespace

void measureStartUp(const Options& options, const Tell& tell) {
    measureVersion(options, tell);
    measureRuns("compute",
                fmt::format(R"([{{"kind": "compute", "amount": {}}}])",
                            sha256Amount(std::chrono::milliseconds(1))),
                options, tell);
    measureRuns("downloads", R"([{"kind": "download", "size": "10 KiB"}])", options, tell);
}

} // namespace troika::bench
