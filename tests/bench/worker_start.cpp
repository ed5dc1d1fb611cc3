// SPDX-License-Identifier: GPL-3.0-or-later
// Starting a worker process until it is ready, beside a bare posix_spawn of the same program until
// its first byte; and again while this process holds 1 GiB.
#include "backend/process/worker_loop.h"
#include "backend/process/worker_process.h"
#include "family.h"
#include "pairing.h"
#include "rig.h"

#include <csignal>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

extern char** environ;

namespace troika::bench {
namespace {

constexpr int startsASlice = 5;

/// A gibibyte of touched memory in small pages, as an application's heap would be.
class Ballast {
public:
    Ballast()
        : m_memory(
              ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
        if (m_memory == MAP_FAILED) giveUp("no room for 1 GiB");
        ::madvise(m_memory, bytes, MADV_NOHUGEPAGE);
        auto* first = static_cast<char*>(m_memory);
        for (std::size_t at = 0; at < bytes; at += 4096) first[at] = 1;
    }
    Ballast(const Ballast&) = delete;
    Ballast& operator=(const Ballast&) = delete;
    ~Ballast() { ::munmap(m_memory, bytes); }

private:
    static constexpr std::size_t bytes = std::size_t{1} << 30;
    void* m_memory;
};

/// Mean milliseconds of one start; what a start made is gone before the next.
template <class Start>
double milliseconds(Start start) {
    std::int64_t sum = 0;
    for (int i = 0; i < startsASlice; ++i) {
        const std::int64_t begin = monotonicNow();
        const auto process = start();
        sum += monotonicNow() - begin;
    }
    return static_cast<double>(sum) * 1e-6 / startsASlice;
}

WorkerProcess startWorker(const std::filesystem::path& program, const std::string& spec) {
    WorkerProcess worker = need(WorkerProcess::start({program, spec}));
    need(worker.awaitReady());
    return worker;
}

struct BareChild {
    Child process;
    Descriptor input;
    Descriptor output;
};

BareChild spawnBare(const std::string& program, const std::string& spec) {
    auto input = need(makePipe());
    auto output = need(makePipe());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.read.get(), 0);
    posix_spawn_file_actions_adddup2(&actions, output.write.get(), 1);
    char* const arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    pid_t pid = -1;
    if (::posix_spawn(&pid, program.c_str(), &actions, nullptr, arguments, environ) != 0) {
        giveUp("posix_spawn failed");
    }
    posix_spawn_file_actions_destroy(&actions);
    output.write.close();
    char first = 0;
    if (!sendSpec(input.write.get(), spec) || !readAll(output.read.get(), &first, 1)) {
        giveUp("a worker said nothing");
    }
    return {Child(pid), std::move(input.write), std::move(output.read)};
}

} // namespace

void measureWorkerStart(const Options& options, const Tell& tell) {
    const Rig rig({.backend = R"("backend": "serial")",
                   .steps = R"([{"kind": "compute", "amount": 1}])",
                   .tasks = 1});
    const auto program = executableFolder() / "troika-worker";
    const auto ours = [&] {
        return milliseconds([&] { return startWorker(program, rig.spec()); });
    };
    const auto bare = [&] {
        return milliseconds([&] { return spawnBare(program.string(), rig.spec()); });
    };
    const Figures figures = measureTogether({{"ours", ours},
                                             {"bare", bare},
                                             {"ours, 1 GiB",
                                              [&] {
                                                  const Ballast ballast;
                                                  return ours();
                                              }},
                                             {"bare, 1 GiB",
                                              [&] {
                                                  const Ballast ballast;
                                                  return bare();
                                              }}},
                                            options.rounds(11));
    if (figures.empty()) return tell(missingRow("worker start", "failed"));
    tell({"worker start", "ms", figures[0], "bare posix_spawn", figures[1], ratioAtMost(1.2), ""});
    tell({"worker start, 1 GiB held", "ms", figures[2], "bare posix_spawn", figures[3],
          ratioAtMost(1.2), ""});
    // "No dearer": within what the same thing differs from itself.
    tell({"worker start, 1 GiB held", "ms", figures[2], "ours, small", figures[0],
          ratioAtMost(1.05), ""});
}

} // namespace troika::bench
