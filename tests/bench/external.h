// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace troika::bench {

/// Where a tool lies, on PATH or among the system's servers; nothing where it is not installed.
std::optional<std::filesystem::path> findTool(const std::string& name);

/// Runs a program to its end; what it wrote to standard output. Nothing, with a message, where it
/// could not be started or did not exit with 0.
std::optional<std::string> outputOf(const std::filesystem::path& program,
                                    const std::vector<std::string>& arguments);

/// A port on 127.0.0.1 that nobody listens on now.
std::uint16_t freePort();

/// Waits until somebody listens on that port; false after five seconds.
bool awaitListener(std::uint16_t port);

/// Requests a second that wrk reaches with one thread and 32 connections in one second; 0, with a
/// message, where any request failed.
double wrkRate(const std::filesystem::path& wrk, const std::string& url);

} // namespace troika::bench
