// SPDX-License-Identifier: GPL-3.0-or-later
// How quickly the window answers with a large result open, and whether its memory grows: measured
// by troika-bench-window, a program of its own, so that nothing else here knows Qt.
#include "external.h"
#include "pairing.h"
#include "platform/spawn.h"
#include "window/fresh_user.h"
#include "window/rows.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>
#include <troika/run/run.h>

namespace troika::bench {
namespace {

using Named = std::map<std::string, double>;

/// The figures that a program prints, a name and a number a line; none where it failed.
Named namedFigures(const std::string& program, const std::vector<std::string>& arguments) {
    const FreshUser user("offscreen");
    const auto output = outputOf(executableFolder() / program, arguments);
    Named figures;
    std::istringstream lines(output.value_or(""));
    std::string name;
    for (double figure = 0; lines >> name >> figure;) figures[name] = figure;
    return figures;
}

/// What several starts of a program told, by name.
using Told = std::map<std::string, std::vector<double>>;

void take(Told& told, const Named& figures) {
    for (const auto& [name, figure] : figures) told[name].push_back(figure);
}

/// Four contenders' samples of two rounds, warm-up left out; the file.
std::filesystem::path makeResult(const Options& options, const std::filesystem::path& folder) {
    Scenario scenario = readRigScenario({.backend = R"("backend": "serial"},
                                             {"backend": "thread.pool", "workers": 2},
                                             {"backend": "process.pool", "workers": 2},
                                             {"backend": "async.loop")",
                                         .steps = R"([{"kind": "compute", "amount": 1}])",
                                         .tasks = options.quick ? 2'500U : 125'000U});
    scenario.rounds = 2;
    scenario.warmUpRounds = 0;
    const StoredRun run = need(runScenario(scenario, {.diskBase = options.diskBase}, {}, {}));
    const auto file = folder / "large.troika";
    need(writeResult(file, run, catalogue()));
    return file;
}

double worst(const std::vector<double>& figures) {
    return *std::max_element(figures.begin(), figures.end());
}

/// A row's figures, and in the note the slowest single step.
void tellStep(const Tell& tell, const std::string& name, Told& told, const std::string& figure,
              double bound, const std::vector<double>& bare) {
    tell({name, "ms", told[figure], bare.empty() ? "" : "bare, 1 graph", bare, figureAtMost(bound),
          fmt::format("the slowest of all {:.1f} ms", worst(told[figure + ".worst"]))});
}

void measureLarge(const Options& options, const Tell& tell, const std::filesystem::path& file) {
    Told told;
    Told bare;
    const std::string samples = options.quick ? "20000" : "1000000";
    for (int round = 0; round < options.rounds(7); ++round) {
        const Named ours = namedFigures("troika-bench-window", {"open", file.string()});
        if (ours.empty()) return tell(missingRow("open a large result", "failed"));
        const auto size = [&](const char* name) { return fmt::format("{:.0f}", ours.at(name)); };
        const Named peer =
            namedFigures("troika-bench-bare-window", {samples, size("width"), size("height")});
        if (peer.empty()) return tell(missingRow("bare QCustomPlot", "failed"));
        take(told, ours);
        take(bare, peer);
    }
    tell({"open 1,000,000 samples",
          "ms",
          told["open"],
          "",
          {},
          figureAtMost(2000),
          "from openAndWait() until its chart is painted; 1920x1080, offscreen"});
    tellStep(tell, "pan or zoom, race chart", told, "race", 33, bare["step"]);
    tellStep(tell, "pan or zoom, latency chart", told, "latency", 33, bare["step"]);
}

void measureSwitches(const Options& options, const Tell& tell, const std::filesystem::path& file) {
    Told told;
    for (int round = 0; round < options.rounds(7); ++round) {
        const Named ours = namedFigures("troika-bench-window", {"switch", file.string()});
        if (ours.empty()) return tell(missingRow("change of language, theme", "failed"));
        take(told, ours);
    }
    tellStep(tell, "change of language", told, "language", 300, {});
    tellStep(tell, "change of theme", told, "theme", 300, {});
}

constexpr const char* shortRace = R"({
  "schema": "troika-scenario/1", "name": "bench-short",
  "title": {"en": "bench"}, "about": {"en": "bench"},
  "workload": {"steps": [{"kind": "compute", "kernel": "sha256", "amount": 1}],
               "arrivals": {"kind": "batch", "tasks": 50}},
  "backends": [{"backend": "serial"}, {"backend": "thread.pool", "workers": 2}],
  "baseline": "serial", "rounds": 1, "warm_up": {"rounds": 0}, "seed": 1
})";

void measureMemory(const Options& options, const Tell& tell, const std::filesystem::path& folder) {
    const auto file = folder / "short.json";
    std::ofstream(file) << shortRace;
    const std::string races = options.quick ? "10" : "100";
    const std::string early = options.quick ? "2" : "20";
    Told told;
    std::vector<double> growth;
    for (int round = 0; round < (options.quick ? 1 : 3); ++round) {
        const Named ours =
            namedFigures("troika-bench-window", {"repeat", file.string(), early, races});
        if (ours.empty()) return tell(missingRow("memory, 100 races", "failed"));
        take(told, ours);
        growth.push_back(100 * (ours.at("late") / ours.at("early") - 1));
    }
    tell({"growth of memory, 100 races",
          "%",
          growth,
          "",
          {},
          figureAtMost(5),
          fmt::format("anonymous: {:.1f} MiB after {}, {:.1f} MiB after {}", median(told["early"]),
                      early, median(told["late"]), races)});
}

} // namespace

void measureInside(const Options& options, const Tell& tell) {
    const ScratchDirectory folder(std::filesystem::temp_directory_path(), "inside");
    const auto file = makeResult(options, folder.path());
    measureLarge(options, tell, file);
    measureSwitches(options, tell, file);
    measureMemory(options, tell, folder.path());
}

} // namespace troika::bench
