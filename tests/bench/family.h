// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace troika::bench {

struct Options {
    bool quick = false; ///< A smoke run: few rounds, figures mean nothing.
    std::filesystem::path diskBase = "/var/tmp";

    [[nodiscard]] int rounds(int full) const { return quick ? 2 : full; }
};

/// Takes each row as soon as it is measured.
using Tell = std::function<void(const Row&)>;

/// Measurements that belong together; each in a file of its own.
struct Family {
    std::string name;
    std::string about;
    void (*run)(const Options&, const Tell& tell);
};

void measureRecording(const Options& options, const Tell& tell);
void measureThreadPool(const Options& options, const Tell& tell);
void measureHandOff(const Options& options, const Tell& tell);
void measurePayload(const Options& options, const Tell& tell);
void measureProcessPool(const Options& options, const Tell& tell);
void measureProcessShared(const Options& options, const Tell& tell);
void measureProcessPerTask(const Options& options, const Tell& tell);
void measureWorkerStart(const Options& options, const Tell& tell);
void measureAsyncLoop(const Options& options, const Tell& tell);
void measureWaiting(const Options& options, const Tell& tell);
void measureDownloads(const Options& options, const Tell& tell);
void measureOrigin(const Options& options, const Tell& tell);
void measureDisk(const Options& options, const Tell& tell);
void measureCompute(const Options& options, const Tell& tell);
void measureStartUp(const Options& options, const Tell& tell);
/// Only where the build has Qt (TROIKA_BENCH_WINDOW).
void measureWindow(const Options& options, const Tell& tell);

/// What a fresh process does that measures the memory of waiting tasks: prints bytes a task for
/// `side`; see waiting.cpp. The exit code.
int waitingMain(const std::string& side, std::uint32_t tasks);

} // namespace troika::bench
