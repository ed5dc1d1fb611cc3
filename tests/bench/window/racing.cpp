// SPDX-License-Identifier: GPL-3.0-or-later
// What the window needs while it plots a race, and whether the race notices: the same scenario run
// by the window and by the command line, in turns.
#include "pairing.h"
#include "window/open_window.h"
#include "window/rows.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <poll.h>
#include <thread>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>
#include <troika/stats/ratio.h>

namespace troika::bench {
namespace {

constexpr const char* scenarioText = R"({{
  "schema": "troika-scenario/1", "name": "bench-window",
  "title": {{"en": "bench"}}, "about": {{"en": "bench"}},
  "workload": {{
    "steps": [{{"kind": "compute", "kernel": "sha256", "amount": {}}}],
    "arrivals": {{"kind": "batch", "tasks": {}}}
  }},
  "backends": [{{"backend": "serial"}}, {{"backend": "thread.pool", "workers": 2}},
               {{"backend": "process.pool", "workers": 2}}, {{"backend": "async.loop"}}],
  "baseline": "serial", "rounds": {}, "warm_up": {{"rounds": 1}}, "seed": 1
}})";
constexpr const char* judged = "thread.pool"; ///< It keeps both cores busy.
constexpr int longestRun = 120;               ///< Seconds.

/// A race, and the stretch in its middle in which the window is watched.
struct Plan {
    std::filesystem::path scenario;
    std::chrono::milliseconds lead;
    std::chrono::milliseconds watched;
};

/// Seconds of processor time.
struct Spent {
    double process = 0;    ///< All threads, without children.
    double mainThread = 0; ///< 0 where the kernel does not tell.
};

Spent spentBy(pid_t pid) {
    Spent spent;
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return {};
    spent.process = static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    std::ifstream scheduled(fmt::format("/proc/{0}/task/{0}/schedstat", pid));
    double nanoseconds = 0;
    if (scheduled >> nanoseconds) spent.mainThread = nanoseconds * 1e-9;
    return spent;
}

/// The judged contender's tasks a second; 0, with a message, where the race did not go well.
double throughputOf(const StoredRun& run) {
    const ContenderResult* contender = run.result.points.front().contender(judged);
    if (run.result.status == RunStatus::Finished && contender != nullptr) {
        return contender->throughput.median.value_or(0);
    }
    fmt::print(stderr, "troika-bench: the race failed\n");
    return 0;
}

/// Whether slices went on from before one moment until after another, CLOCK_MONOTONIC ns.
bool racedFromTo(const StoredRun& run, std::int64_t from, std::int64_t to) {
    std::vector<std::int64_t> begins;
    for (const ContenderSamples& contender : run.samples.front().contenders) {
        for (const SliceSamples& slice : contender.slices) begins.push_back(slice.begin);
    }
    if (begins.empty()) return false;
    const auto [first, last] = std::minmax_element(begins.begin(), begins.end());
    return *first <= from && to <= *last;
}

/// What the window needed of a core in each race, in percent.
struct Shares {
    std::vector<double> process;
    std::vector<double> mainThread;
};

double raceInWindow(OwnDisplay& display, const Plan& plan, Shares& shares) {
    const FreshUser user("xcb", display.name());
    auto window = OpenWindow::open(display, user, executableFolder() / "troika-window",
                                   {plan.scenario.string()});
    if (!window) return 0;
    std::this_thread::sleep_for(std::chrono::seconds(1)); // Whatever follows a start.
    window->pressControl('r');
    std::this_thread::sleep_for(plan.lead);
    const std::int64_t begin = monotonicNow();
    const Spent before = spentBy(window->pid());
    std::this_thread::sleep_for(plan.watched);
    const Spent after = spentBy(window->pid());
    const std::int64_t end = monotonicNow();
    const auto kept = user.awaitKeptRace(longestRun);
    if (!kept) {
        fmt::print(stderr, "troika-bench: the window kept no race\n");
        return 0;
    }
    const StoredRun run = need(readResult(*kept, catalogue()));
    if (!racedFromTo(run, begin, end)) {
        fmt::print(stderr, "troika-bench: the race was not where the window was watched\n");
        return 0;
    }
    const double toPercent = 100 / (static_cast<double>(end - begin) * 1e-9);
    shares.process.push_back((after.process - before.process) * toPercent);
    shares.mainThread.push_back((after.mainThread - before.mainThread) * toPercent);
    return throughputOf(run);
}

double raceAlone(const Plan& plan) {
    const ScratchDirectory folder(std::filesystem::temp_directory_path(), "alone");
    GuardedProcess troika = need(GuardedProcess::start(
        {.program = executableFolder() / "troika",
         .arguments = {"run", plan.scenario.string(), "--out", folder.path().string(), "--format",
                       "troika", "--quiet"},
         .errors = folder.path() / "errors",
         .remove = {},
         .rescue = {}}));
    pollfd ended{troika.lifeline(), POLLIN, 0};
    ::poll(&ended, 1, longestRun * 1000);
    troika.awaitEnd();
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        if (entry.path().extension() != ".troika") continue;
        return throughputOf(need(readResult(entry.path(), catalogue())));
    }
    fmt::print(stderr, "troika-bench: troika run wrote no result\n{}\n", troika.lastWords());
    return 0;
}

/// Tasks are short: a core that waits for the other's last task is not busy.
Plan planRace(const Options& options, const std::filesystem::path& folder) {
    const Plan plan{folder / "race.json", std::chrono::milliseconds(options.quick ? 400 : 2500),
                    std::chrono::milliseconds(options.quick ? 400 : 5000)};
    std::ofstream(plan.scenario) << fmt::format(scenarioText,
                                                sha256Amount(std::chrono::milliseconds(1)),
                                                options.quick ? 160 : 320, options.quick ? 2 : 10);
    return plan;
}

std::string intervalOf(const Figures& figures) {
    const auto ratio = pairedRatio(figures[0], figures[1]);
    const auto interval = ratio ? ratio->interval(0.05) : std::nullopt;
    if (!interval) return "too few rounds for an interval";
    return fmt::format("ratio {:.4f}, 95 % interval {:.4f}..{:.4f}", ratio->ratio(), interval->low,
                       interval->high);
}

} // namespace

void measureRacing(const Options& options, const Tell& tell, OwnDisplay& display) {
    const ScratchDirectory folder(std::filesystem::temp_directory_path(), "race");
    const Plan plan = planRace(options, folder.path());
    Shares shares;
    const Figures figures =
        measureTogether({{"window", [&] { return raceInWindow(display, plan, shares); }},
                         {"alone", [&] { return raceAlone(plan); }}},
                        options.rounds(9));
    if (figures.empty()) return tell(missingRow("race in the window", "failed"));
    tell({"window, core of a live race",
          "%",
          shares.process,
          "",
          {},
          figureAtMost(8),
          fmt::format("four contenders; all its threads, the supervisor of the race among them; "
                      "its main thread alone {:.1f} %; without the X server",
                      median(shares.mainThread))});
    tell({"race in the window", "1/s", figures[0], "troika run", figures[1], ratioAtLeast(0.98),
          "thread.pool on all cores: " + intervalOf(figures)});
}

} // namespace troika::bench
