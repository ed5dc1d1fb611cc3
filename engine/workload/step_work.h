// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/draw.h"
#include "workload/event_loop.h"
#include "workload/payload.h"

#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <troika/base/result.h>
#include <troika/sample/sample.h>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika {

/// How one step of one task ended, and the digest of what it produced.
struct StepOutcome {
    Outcome outcome = Outcome::Finished;
    std::uint64_t digest = 0;
};

/// A step that the system refused: the digest carries the error number, for the reason to be told.
[[nodiscard]] inline StepOutcome failedBy(int error) {
    return {Outcome::Failed, static_cast<std::uint64_t>(error)};
}

/// One lane's way to do a step with blocking calls. Used by one thread at a time. Owns what the
/// lane needs (a connection, an open file, a buffer); nothing here throws.
class BlockingStep {
public:
    virtual ~BlockingStep() = default;
    /// Before a slice, not measured: opens connections and the like.
    virtual Result<> leadIn() = 0;
    /// Where the payload of the next task lies, for lanes that are given it; without an input it is
    /// the source's. Else they keep the output in memory of their own.
    virtual void place(const Payload& /*payload*/) {}
    /// Measured. Failure is an outcome here.
    virtual StepOutcome perform(const TaskName& task) = 0;
    /// After a slice, not measured: closes connections, syncs.
    virtual void settle() = 0;
};

class LoopRing;

/// What asynchronous steps of one event loop run on.
struct LoopPlace {
    LoopExecutor executor;
    /// Where computations go; null: they are done on the loop, which stands still meanwhile.
    boost::asio::thread_pool* computePool = nullptr;
    /// By what everything is awaited; null: by what Asio waits with (epoll).
    LoopRing* ring = nullptr;
};

/// One event loop's way to do a step for any number of tasks at once. Everything runs on the
/// executor it was made with.
class AsyncStep {
public:
    virtual ~AsyncStep() = default;
    /// Before a slice: prepares for `atOnce` tasks in flight.
    virtual Async<Result<>> leadIn(std::uint32_t atOnce) = 0;
    /// Measured. `task` is copied into the frame.
    virtual Async<StepOutcome> perform(TaskName task) = 0;
    virtual void settle() = 0;
};

/// Where work finds its surroundings in this trial.
struct WorkPlace {
    std::uint16_t originPort = 0;       ///< On 127.0.0.1; 0 where no step downloads.
    std::filesystem::path directory;    ///< Of this trial alone, for files; exists where needed.
    std::chrono::nanoseconds timeout{}; ///< Of a task.
    std::uint32_t step = 0;             ///< Which one of its task's.
};

/// A step as a trial does it: made in the runner, and again in every worker process.
class StepWork {
public:
    virtual ~StepWork() = default;
    /// Once a trial, in the runner alone: makes the files that lanes will use.
    virtual Result<> setUp() { return {}; }
    /// Right before a slice, in the runner alone: it begins now, at `begin` on CLOCK_MONOTONIC.
    virtual Result<> begin(std::int64_t /*begin*/) { return {}; }
    /// After each slice, in the runner alone: brings the surroundings back to rest (syncs files).
    virtual Result<> settle() { return {}; }
    /// What its tasks bring along and give back; null for none.
    virtual PayloadSource* payload() { return nullptr; }
    virtual std::unique_ptr<BlockingStep> blocking() const = 0;
    virtual std::unique_ptr<AsyncStep> async(const LoopPlace& loop) const = 0;
    /// Whether all its tasks take about as long as each other: none waits for anything, none has
    /// more to do than another.
    [[nodiscard]] virtual bool even() const { return false; }
    /// How async() does it on this machine ("disk reads: io_uring"), for the result.
    virtual std::vector<Text> asyncNotes() const { return {}; }
};

/// About what one step costs, from its settings alone; 0 where that cannot be told.
struct StepEstimate {
    double waitSeconds = 0; ///< Waiting, without a processor.
    double cpuSeconds = 0;  ///< On a processor, whoever's it is.
};

/// A kind of step and how to make it. Each kind of work has one, in its own file.
struct StepKind {
    Kind declaration;
    std::unique_ptr<StepWork> (*make)(const Settings&, const WorkPlace&);
    bool needsOrigin = false; ///< Talks to the origin.
    /// Connections that the tasks of one event loop share at the most; 0: each task has its own.
    /// May be null: 0.
    std::int64_t (*sharedConnections)(const Settings&) = nullptr;
    bool needsDirectory = false; ///< Needs a directory of the trial's own on a disk.
    /// Makes what a trial sets up as small as a single task needs. May be null: nothing to do.
    void (*shrink)(Settings&) = nullptr;
    StepEstimate (*estimate)(const Settings&) = nullptr; ///< May be null: unknown.
    PayloadSize (*payload)(const Settings&) = nullptr;   ///< May be null: none.
};

StepKind downloadKind();
StepKind diskKind();
StepKind computeKind();

/// The kind of that name; null where there is none.
const StepKind* stepKind(std::string_view name);

/// What each task carries, all steps together.
[[nodiscard]] PayloadSize payloadOf(const Workload& workload);

/// The least of that work that is still a task: one of it, and no more set up than it needs.
[[nodiscard]] Workload singleTask(Workload workload);

/// All kinds, in the order they are listed.
const std::vector<StepKind>& stepKinds();

} // namespace troika
