// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>
#include <troika/result/result.h>

namespace troika {

/// What the tasks of a workload are called: "downloads", "disk operations", "computations", or
/// "tasks" where steps are of several kinds. Russian in the genitive plural ("загрузок").
[[nodiscard]] Text workloadNoun(const Workload& workload);

/// A comparison in one sentence, with its numbers: "async.loop finished 3.1 times as many downloads
/// a second as small pool (2.9 to 3.3)". Titles stand as they are: no word is inflected after them.
[[nodiscard]] Text comparisonSentence(const Comparison& comparison, const Scenario& scenario);

} // namespace troika
