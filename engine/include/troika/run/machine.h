// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/scenario/json.h>
#include <troika/scenario/validate.h>

#include <filesystem>
#include <string>
#include <vector>

namespace troika {

/// Where the disk workload works unless told otherwise: $TMPDIR where that is a folder on a disk,
/// else /var/tmp.
std::filesystem::path defaultDiskBase();

/// Process ids of other Troikas that race on this machine now.
std::vector<int> otherTroikas();

/// What this machine can hold, with `diskBase` as the base directory of the disk workload.
MachineLimits readMachineLimits(const std::filesystem::path& diskBase);

/// What a result says about the machine it was measured on: processor, memory, kernel, versions,
/// limits, load; for the record, not for programs to depend on.
Json describeEnvironment();

/// One thing that matters to Troika, and whether this machine offers it.
struct DoctorFinding {
    enum class State { Good, Doubtful, Missing };
    std::string name; ///< Stable, for programs: "io-uring".
    State state = State::Good;
    Text text;   ///< What was found.
    Text advice; ///< How to mend it; empty where nothing is wrong.
};
std::vector<DoctorFinding> examineMachine(const std::filesystem::path& diskBase);

} // namespace troika
