// SPDX-License-Identifier: GPL-3.0-or-later
// troika-bench: measures what Troika promises to be fast at, each beside its peer, interleaved in
// one run. Figures are medians; nothing here is a test.
#include "family.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <fmt/format.h>

namespace {

using namespace troika::bench;

const std::vector<Family>& families() {
    static const std::vector<Family> all{
        {"record", "recording a sample", measureRecording},
        {"thread", "thread.pool with tasks of 1 us", measureThreadPool},
        {"hand-off", "thread.queue, thread.parallel-for", measureHandOff},
        {"payload", "process.shared beside process.pool", measurePayload},
        {"process", "process.pool, round trip", measureProcessPool},
        {"shared", "process.shared, round trip", measureProcessShared},
        {"per-task", "process.per-task, a whole task", measureProcessPerTask},
        {"worker", "process.pool, starting a worker", measureWorkerStart},
        {"async", "async.loop, spawn and reschedule", measureAsyncLoop},
        {"waiting", "memory of waiting tasks, threads, processes", measureWaiting},
        {"download", "async.loop beside wrk", measureDownloads},
        {"origin", "the origin beside nginx", measureOrigin},
        {"disk", "direct reads beside fio", measureDisk},
        {"compute", "two workers beside two loops", measureCompute},
        {"start", "starting Troika and its runs", measureStartUp},
#ifdef TROIKA_BENCH_WINDOW
        {"window", "the desktop window", measureWindow},
#endif
    };
    return all;
}

void runFamilies(const std::vector<std::string>& wanted, const Options& options) {
    printHeading();
    for (const Family& family : families()) {
        const bool chosen =
            wanted.empty() || std::find(wanted.begin(), wanted.end(), family.name) != wanted.end();
        if (chosen) family.run(options, printRow);
    }
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    Options options;
    std::vector<std::string> wanted;
    std::vector<std::string> names;
    std::string waiting;
    std::uint32_t tasks = 100'000;
    CLI::App app("Measures Troika beside its peers.", "troika-bench");
    for (const Family& family : families()) names.push_back(family.name);
    app.add_option("NAME", wanted, "Which to measure; none: all")->check(CLI::IsMember(names));
    app.add_flag("--quick", options.quick, "A smoke run: figures mean nothing");
    app.add_option("--disk-dir", options.diskBase, "Where files are read")->capture_default_str();
    app.add_option("--waiting", waiting)->group("");
    app.add_option("--tasks", tasks)->group("");
    CLI11_PARSE(app, argc, argv);
    if (!waiting.empty()) return waitingMain(waiting, tasks);
    runFamilies(wanted, options);
    return 0;
}
