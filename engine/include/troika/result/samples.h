// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/result.h>
#include <troika/sample/sample.h>

#include <cstdint>
#include <string>
#include <vector>

namespace troika {

/// The samples of one attempt at one slice; a task's number is its place.
struct SliceSamples {
    int round = 0; ///< Warm-up rounds count from 0 by themselves.
    int attempt = 0;
    bool warmUp = false;
    bool counted = false;
    std::int64_t begin = 0; ///< CLOCK_MONOTONIC ns; what samples.csv counts from.
    std::vector<Sample> samples;

    bool operator==(const SliceSamples&) const = default;
};

struct ContenderSamples {
    std::string label;
    std::vector<SliceSamples> slices;

    bool operator==(const ContenderSamples&) const = default;
};

struct PointSamples {
    std::vector<ContenderSamples> contenders;

    bool operator==(const PointSamples&) const = default;
};

/// All samples of a run: a point's at the same place as in RunResult::points. Empty where a result
/// was read without them.
using RunSamples = std::vector<PointSamples>;

/// A result with the samples behind it, as a file holds it.
struct StoredRun {
    RunResult result;
    RunSamples samples;

    bool operator==(const StoredRun&) const = default;
};

} // namespace troika
