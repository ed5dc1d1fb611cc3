// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/sample/sample_log.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace troika {

/// One attempt at one slice, as far as somebody who watches is concerned.
struct LiveSlice {
    std::string contender; ///< Label.
    std::size_t point = 0; ///< Its place in pointsOf() the scenario (points.h).
    int round = 0;
    int attempt = 0;
    bool warmUp = false;
    bool counted = true;            ///< False once it is known not to count.
    std::uint64_t place = 0;        ///< The slice's number in the contender's log.
    std::shared_ptr<SampleLog> log; ///< A mapping of its own: outlives the trial.
};

/// A contender that cannot go on, and why.
struct LiveEnd {
    std::string contender;    ///< Label.
    std::size_t point = 0;    ///< As a LiveSlice has it.
    bool unavailable = false; ///< This machine lacks what it needs; else it has failed.
    Text reason;
};

/// A run as it goes on, for somebody who watches. The running thread says between slices what
/// begins; samples are read from the logs, at any time, without asking it. Thread-safe.
class LiveRun {
public:
    /// All slices begun so far, in their order.
    [[nodiscard]] std::vector<LiveSlice> slices() const;
    /// All who cannot go on, so far.
    [[nodiscard]] std::vector<LiveEnd> ends() const;

    // For the engine, on the running thread.

    /// The contender's log, before its first slice; one that cannot be mapped is not watched.
    void addLog(const std::string& contender, const std::filesystem::path& file,
                std::size_t point = 0);
    void begin(const std::string& contender, int round, int attempt, bool warmUp,
               std::uint64_t place, std::size_t point = 0);
    /// That attempt at that round does not count.
    void discount(const std::string& contender, int round, int attempt, std::size_t point = 0);
    void end(LiveEnd end);

private:
    mutable std::mutex m_guard;
    std::map<std::pair<std::size_t, std::string>, std::shared_ptr<SampleLog>> m_logs;
    std::vector<LiveSlice> m_slices;
    std::vector<LiveEnd> m_ends;
};

} // namespace troika
