// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace troika {

/// What the small executables do, each called from its main(); the value is the exit code.

/// troika-runner: one trial, told and asked through standard input and output (docs/protocol.md).
int runnerMain();

/// troika-worker: one worker of a process backend, `troika-worker [--shared-lane N]`: it gets its
/// orders through standard input, or as worker N through the shared memory behind descriptor 3.
int workerMain(int count, char** arguments);

/// troika-guard: `troika-guard [--remove DIR]... [--rescue FROM TO] -- PROGRAM ARGS...`, with the
/// lifeline as descriptor 3. Starts the program and owns all its descendants, detached ones
/// included: when the supervisor lets go or dies, or the program ends, all of them are killed and
/// the directories removed. If the supervisor died, the file FROM is copied to TO in between.
int guardMain(int count, char** arguments);

} // namespace troika
