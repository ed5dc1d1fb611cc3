// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/slice.h"
#include "platform/account.h"
#include "workload/work.h"

#include <filesystem>
#include <memory>
#include <string>
#include <troika/base/result.h>
#include <troika/scenario/catalogue.h>
#include <vector>

namespace troika {

/// What a backend is given once, when its trial is set up; outlives it.
struct Stage {
    const Settings& settings; ///< As declared, defaults filled in.
    Work& work;
    /// For backends with processes of their own: the program, and what it is told first (one line).
    std::filesystem::path workerProgram;
    std::string workerSpec;
};

/// One way to run tasks. The runner calls, always from one thread:
/// setUp, then for every slice leadIn, run, settle; the destructor tears down. Only run is
/// measured. Failure of a task is its sample's outcome; a failure returned here ends the trial.
class Backend {
public:
    virtual ~Backend() = default;

    /// Starts what stays for the whole trial: threads, loops, worker processes.
    virtual Result<> setUp() = 0;
    /// Makes ready for a slice of so many tasks: connections, open files.
    virtual Result<> leadIn(std::uint32_t tasks) = 0;
    /// Runs every task of the slice exactly once, none before it is due, and returns when all have
    /// been recorded.
    virtual Result<> run(const Slice& slice) = 0;
    /// Brings everything to rest, so that it uses no processor until the next slice.
    virtual Result<> settle() = 0;
    /// Of all its processes so far, the calling one included.
    virtual Result<Account> account() { return ownAccount(); }
    /// Bytes of payloads in memory that its processes share and none of them has for itself.
    [[nodiscard]] virtual std::int64_t sharedBytes() const { return 0; }
    /// What happened since it was last asked that nobody had asked for ("a worker was killed").
    virtual std::vector<Text> takeIncidents() { return {}; }
    /// How things are done here, where that is not the same everywhere ("files: io_uring").
    [[nodiscard]] virtual std::vector<Text> notes() const { return {}; }
};

/// A backend and how to make it: one line of the registry.
struct BackendKind {
    BackendDeclaration declaration;
    std::unique_ptr<Backend> (*make)(const Stage&);
};

/// The usual `make` of a kind.
template <class Implementation>
std::unique_ptr<Backend> makeBackend(const Stage& stage) {
    return std::make_unique<Implementation>(stage);
}

} // namespace troika
