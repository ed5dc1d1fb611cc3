// SPDX-License-Identifier: GPL-3.0-or-later
// Random direct reads of 4 KiB from a file of 256 MiB, beside fio on the same file.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "rig.h"
#include "workload/disk_plan.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace troika::bench {
namespace {

struct Case {
    std::string name;
    std::string backend;
    std::uint32_t tasks; ///< About half a second's.
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

void measure(const Case& one, const std::filesystem::path& fio, const Options& options,
             const Tell& tell) {
    const ScratchDirectory scratch(options.diskBase, "disk");
    Rig rig({.backend = one.backend,
             .steps = R"([{"kind": "disk", "operation": "read", "pattern": "random",
                 "block": "4 KiB", "file_size": "256 MiB", "cache": "direct"}])",
             .tasks = one.tasks,
             .directory = scratch.path()});
    const auto file =
        readDiskPlan(rig.scenario().workload.steps.front().settings, scratch.path() / "0").file;
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
                                   {"--ioengine=psync", "--numjobs=1"},
                                   "fio psync",
                                   ratioAtLeast(0.92)},
                                  {"disk, thread.pool 16",
                                   R"("backend": "thread.pool", "workers": 16)",
                                   30'000,
                                   {"--ioengine=psync", "--numjobs=16"},
                                   "fio psync x16",
                                   ratioAtLeast(0.92)},
                                  {"disk, async.loop depth 1",
                                   R"("backend": "async.loop", "in_flight": 1)",
                                   7'000,
                                   {"--ioengine=io_uring", "--iodepth=1"},
                                   "fio io_uring",
                                   ratioAtLeast(0.85)},
                                  {"disk, async.loop depth 32",
                                   R"("backend": "async.loop", "in_flight": 32)",
                                   30'000,
                                   {"--ioengine=io_uring", "--iodepth=32"},
                                   "fio io_uring",
                                   ratioAtLeast(0.85)},
                                  {"disk, async.uring depth 1",
                                   R"("backend": "async.uring", "in_flight": 1)",
                                   7'000,
                                   {"--ioengine=io_uring", "--iodepth=1"},
                                   "fio io_uring",
                                   ratioAtLeast(0.97)},
                                  {"disk, async.uring depth 32",
                                   R"("backend": "async.uring", "in_flight": 32)",
                                   30'000,
                                   {"--ioengine=io_uring", "--iodepth=32"},
                                   "fio io_uring",
                                   ratioAtLeast(0.92)}};
    for (const Case& one : cases) measure(one, *fio, options, tell);
}

} // namespace troika::bench
