// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <troika/base/result.h>
#include <troika/scenario/scenario.h>

namespace troika {

/// Everything a runner is told about its trial: one line of JSON, `troika-trial/1`, documented in
/// docs/protocol.md for runners in other languages.
struct TrialSpec {
    Scenario scenario;               ///< With one contender: the runner's.
    std::filesystem::path log;       ///< Its sample log, ready to be mapped.
    std::uint16_t originPort = 0;    ///< On 127.0.0.1; 0 where nothing is downloaded.
    std::filesystem::path directory; ///< Of its own, on a disk; empty where no step needs one.
    std::filesystem::path worker;    ///< Program for workers of native process backends.
    std::optional<double> tickRate;  ///< Of the time-stamp counter; see StampClock.

    [[nodiscard]] const Contender& contender() const { return scenario.contenders.front(); }
};

/// Without a line break.
[[nodiscard]] std::string writeTrialSpec(const TrialSpec& spec);
Result<TrialSpec> readTrialSpec(const std::string& line);

} // namespace troika
