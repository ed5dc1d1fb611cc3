// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <troika/base/text.h>
#include <variant>
#include <vector>

namespace troika::cli {

enum class Command { None, Run, Show, List, Doctor };
enum class Format { Json, Troika, Csv }; ///< In the order they are written: the least first.

/// The command line as read: syntax is checked, the files it names are not.
struct Options {
    Command command = Command::None;
    Language language = Language::English;
    std::string subject;               ///< run: SCENARIO|RESULT|NAME; show: RESULT; list: what.
    std::vector<std::string> settings; ///< --set, in order.
    std::optional<std::vector<std::string>> labels; ///< --backends.
    std::optional<std::int64_t> rounds;
    std::optional<std::uint64_t> seed;
    std::optional<std::chrono::nanoseconds> maxTime;
    bool dryRun = false;
    bool json = false;
    bool quiet = false;
    std::filesystem::path out;    ///< Empty: no files.
    std::set<Format> formats;     ///< What --out gets; empty: all that can be made.
    std::set<std::string> charts; ///< "png", "svg", "pdf": that --out gets as well.
    std::filesystem::path diskDirectory;
};

/// Bad usage, or help given: the exit code with which to end.
struct EndNow {
    int exitCode = 0;
};

/// Reads the command line. Help and version go to standard output, complaints to standard error.
[[nodiscard]] std::variant<Options, EndNow> readOptions(int count, const char* const* arguments);

} // namespace troika::cli
