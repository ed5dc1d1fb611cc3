// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trial/lifeline.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace troika {

/// What a guard saves if this process dies, once nothing of the program is left: it copies `from`
/// to `to` (see copySparse) before it removes anything. Where it cannot, nothing is saved.
struct RescueOrder {
    std::filesystem::path from;
    std::filesystem::path to;
    int hold = -1; ///< A descriptor of ours that the guard has open as long as it lives; -1: none.
};

/// What to start under a guard.
struct GuardedRequest {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path errors;              ///< A file for its standard error.
    std::vector<std::filesystem::path> remove; ///< Directories that go when it ends.
    std::optional<RescueOrder> rescue;
};

/// A program under a guard of its own (see programs.h), with pipes to its standard input and
/// output. Nothing of it outlives this object, nor this process. Used by one thread.
class GuardedProcess {
public:
    static Result<GuardedProcess> start(const GuardedRequest& request);

    [[nodiscard]] int input() const { return m_input.get(); }
    [[nodiscard]] int output() const { return m_output.get(); }
    /// Becomes readable when the program has ended and nothing of it is left.
    [[nodiscard]] int lifeline() const { return m_lifeline.get(); }
    [[nodiscard]] pid_t guard() const { return m_guard.pid(); }

    /// How the program ended, once it has begun to end; afterwards nothing of it is left. Nothing
    /// where it had to be ended, or the guard itself was killed.
    std::optional<TreeEnd> awaitEnd();
    /// Tells the guard to end everything; does not wait.
    void letGo();
    /// Ends everything and waits until it is gone.
    void stop();
    /// The last lines of what it wrote to standard error; empty where it said nothing.
    [[nodiscard]] std::string lastWords() const;

private:
    Child m_guard;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_lifeline;
    Descriptor m_errors;

public:
    GuardedProcess() = default;
    GuardedProcess(GuardedProcess&&) noexcept = default;
    GuardedProcess& operator=(GuardedProcess&&) noexcept = default;
    ~GuardedProcess() { stop(); }
};

} // namespace troika
