// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/process_tree.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace troika::test {

/// True as soon as `holds()` does; false if it does not within `patience`.
template <class Condition>
bool within(std::chrono::milliseconds patience, Condition holds) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

/// Whether a process is there and no zombie that nobody has reaped yet.
inline bool alive(pid_t pid) { return ::kill(pid, 0) == 0; }

/// Expects all of these processes and folders to be gone within 2 s.
inline void expectGone(const std::vector<pid_t>& processes,
                       const std::vector<std::filesystem::path>& folders = {}) {
    for (const pid_t pid : processes) {
        EXPECT_TRUE(within(std::chrono::seconds(2), [&] { return !alive(pid); })) << pid;
    }
    for (const auto& folder : folders) {
        EXPECT_TRUE(within(std::chrono::seconds(2), [&] {
            return !std::filesystem::exists(folder);
        })) << folder;
    }
}

/// Removes a test's folder, in which a guard that tidies up may still make its lock meanwhile.
inline void removeFolder(const std::filesystem::path& folder) {
    EXPECT_TRUE(within(std::chrono::seconds(2), [&] {
        std::error_code again;
        std::filesystem::remove_all(folder, again);
        return !std::filesystem::exists(folder);
    })) << folder;
}

} // namespace troika::test
