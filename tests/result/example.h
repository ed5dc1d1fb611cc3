// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <troika/result/analyse.h>
#include <troika/result/file.h>

namespace troika::example {

/// Steps download and compute, arrivals batch, backends serial and thread.pool.
Catalogue catalogue();

/// Downloads; "serial" (the baseline), "small" (titled small pool, малый пул) and "large".
Scenario scenario(int rounds = 6);

/// `tasks` one after the other, each taking `nanoseconds` (a little more in odd rounds), due at
/// once; a warm-up round before `rounds` counted ones. Digests depend on round and task alone.
TrialRecord trial(const std::string& label, int rounds, int tasks, std::int64_t nanoseconds);

/// When the slice of a round begins.
std::int64_t beginOf(int round);

/// A whole run with two points, texts in two languages, and every optional part somewhere.
StoredRun run();

/// A directory of the test's own, empty at first, removed with everything in it.
class Directory {
public:
    Directory();
    ~Directory();
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::size_t files() const;

private:
    std::filesystem::path m_path;
};

std::string contentOf(const std::filesystem::path& file);
void write(const std::filesystem::path& file, std::string_view content);

} // namespace troika::example
