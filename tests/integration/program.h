// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace troika::testing {

/// What a program left behind.
struct Ended {
    int code = -1; ///< Its exit code; 128 + the signal's number where one killed it.
    std::string out;
    std::string err;
};

/// The built `troika` with arguments, running; killed and reaped with this object.
class Program {
public:
    /// `environment`: "NAME=value" added to ours, in which neither language nor display is set.
    explicit Program(const std::vector<std::string>& arguments,
                     const std::vector<std::string>& environment = {});
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    [[nodiscard]] pid_t pid() const { return m_pid; }
    void signal(int number) const;
    /// Waits until standard error holds this text; false after `seconds`.
    [[nodiscard]] bool says(const std::string& text, double seconds = 10) const;
    Ended wait();

private:
    pid_t m_pid = -1;
    std::filesystem::path m_folder;
};

/// `troika ARGUMENTS`, from start to end.
Ended runTroika(const std::vector<std::string>& arguments,
                const std::vector<std::string>& environment = {});

/// Waits until `holds` does; false after `seconds`.
template <class Condition>
bool becomesTrue(Condition holds, double seconds);
void waitABit();

template <class Condition>
bool becomesTrue(Condition holds, double seconds) {
    for (int tries = 0; tries < seconds * 100; ++tries) {
        if (holds()) return true;
        waitABit();
    }
    return holds();
}

/// A folder of a test's own, gone with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Writes a file into it; its path.
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const;

private:
    std::filesystem::path m_path;
};

[[nodiscard]] std::string contentsOf(const std::filesystem::path& file);

} // namespace troika::testing
