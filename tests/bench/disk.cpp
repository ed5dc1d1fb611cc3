// SPDX-License-Identifier: GPL-3.0-or-later
// Random direct reads of 4 KiB from a file of 256 MiB, beside fio on the same file. What one thread
// does is kept on one processor, ours and fio's: where the disk's interrupts go, a read alone takes
// three quarters of the time that it takes elsewhere.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "placement.h"
#include "rig.h"
#include "workload/disk_plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace troika::bench {
namespace {

struct Case {
    std::string name;
    std::string backend;
    std::uint32_t tasks; ///< About half a second's.
    bool onOneProcessor;
    std::vector<std::string> fio;
    std::string peer;
    Target target;
};

/// Reads a second that fio reaches in one second; 0 where it failed.
double fioRate(const std::filesystem::path& fio, const std::filesystem::path& file,
               std::vector<std::string> how) {
    how.insert(how.end(), {"--name=read", "--filename=" + file.string(), "--readonly",
                           "--rw=randread", "--bs=4k", "--size=256m", "--direct=1", "--thread",
                           "--group_reporting", "--time_based", "--runtime=1", "--norandommap",
                           "--randrepeat=0", "--output-format=json"});
    const auto output = outputOf(fio, how);
    if (!output) return 0;
    const auto json = nlohmann::json::parse(*output, nullptr, false);
    if (!json.is_object() || !json.contains("jobs")) return 0;
    return json["jobs"][0]["read"].value("iops", 0.0);
}

/// A backend that reads, with a file of its own.
struct Reading {
    Reading(const Options& options, const std::string& backend, std::uint32_t tasks)
        : scratch(options.diskBase, "disk"),
          rig({.backend = backend,
               .steps = R"([{"kind": "disk", "operation": "read", "pattern": "random",
                   "block": "4 KiB", "file_size": "256 MiB", "cache": "direct"}])",
               .tasks = tasks,
               .directory = scratch.path()}) {}

    [[nodiscard]] std::filesystem::path file() const {
        const Settings& settings = rig.scenario().workload.steps.front().settings;
        return readDiskPlan(settings, scratch.path() / "0").file;
    }

    ScratchDirectory scratch;
    Rig rig;
};

/// The processor, of the first eight, on which fio reads most, one block at a time.
int quickestProcessor(const Options& options, const std::filesystem::path& fio) {
    constexpr int processors = 8;
    const Reading reading(options, R"("backend": "serial")", 1);
    const Placement placement;
    int best = 0;
    double mostRead = 0;
    for (int processor = 0; processor < processors; ++processor) {
        if (!placement.stayOn(processor)) continue;
        const double read = fioRate(fio, reading.file(), {"--ioengine=psync"});
        if (read > mostRead) best = processor;
        mostRead = std::max(mostRead, read);
    }
    return best;
}

void measure(const Case& one, int processor, const std::filesystem::path& fio,
             const Options& options, const Tell& tell) {
    const Placement placement;
    if (one.onOneProcessor) placement.stayOn(processor);
    Reading reading(options, one.backend, one.tasks);
    Rig& rig = reading.rig;
    const auto file = reading.file();
    const auto ours = [&] {
        const double seconds = rig.slice();
        return seconds > 0 ? one.tasks / seconds : 0;
    };
    const Figures figures = measureTogether(
        {{"ours", ours}, {"fio", [&] { return fioRate(fio, file, one.fio); }}}, options.rounds(11));
    if (figures.empty()) return tell(missingRow(one.name, "failed"));
    std::string notes;
    for (const Text& note : rig.notes()) notes += (notes.empty() ? "" : "; ") + note.en;
    tell({one.name, "1/s", figures[0], one.peer, figures[1], one.target, notes});
}

} // namespace

void measureDisk(const Options& options, const Tell& tell) {
    const auto fio = findTool("fio");
    if (!fio) return tell(missingRow("disk reads", "fio is not installed"));
    const std::vector<Case> cases{{"disk, thread.pool 1",
                                   R"("backend": "thread.pool", "workers": 1)",
                                   7'000,
                                   true,
                                   {"--ioengine=psync", "--numjobs=1"},
                                   "fio psync",
                                   ratioAtLeast(0.92)},
                                  {"disk, thread.pool 16",
                                   R"("backend": "thread.pool", "workers": 16)",
                                   30'000,
                                   false,
                                   {"--ioengine=psync", "--numjobs=16"},
                                   "fio psync x16",
                                   ratioAtLeast(0.92)},
                                  {"disk, async.loop depth 1",
                                   R"("backend": "async.loop", "in_flight": 1)",
                                   7'000,
                                   true,
                                   {"--ioengine=io_uring", "--iodepth=1"},
                                   "fio io_uring",
                                   ratioAtLeast(0.85)},
                                  {"disk, async.loop depth 32",
                                   R"("backend": "async.loop", "in_flight": 32)",
                                   30'000,
                                   true,
                                   {"--ioengine=io_uring", "--iodepth=32"},
                                   "fio io_uring",
                                   ratioAtLeast(0.85)},
                                  {"disk, async.uring depth 1",
                                   R"("backend": "async.uring", "in_flight": 1)",
                                   7'000,
                                   true,
                                   {"--ioengine=io_uring", "--iodepth=1"},
                                   "fio io_uring",
                                   ratioAtLeast(0.97)},
                                  {"disk, async.uring depth 32",
                                   R"("backend": "async.uring", "in_flight": 32)",
                                   30'000,
                                   true,
                                   {"--ioengine=io_uring", "--iodepth=32"},
                                   "fio io_uring",
                                   ratioAtLeast(0.92)}};
    const int processor = quickestProcessor(options, *fio);
    for (const Case& one : cases) measure(one, processor, *fio, options, tell);
}

} // namespace troika::bench
