// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/result.h>
#include <troika/result/samples.h>
#include <troika/scenario/catalogue.h>

#include <filesystem>
#include <string>

namespace troika {

/// One row a contender and point (RFC 4180, CRLF, a header row; empty where there is no figure).
[[nodiscard]] std::string summaryCsv(const RunResult& result);

/// One row a task (RFC 4180): point,label,round,attempt,task,lane,due_s,start_s,end_s,outcome,
/// digest; seconds from the slice's start with nanosecond digits, empty where never reached;
/// no warm-up.
[[nodiscard]] std::string samplesCsv(const RunSamples& samples);

/// What an outcome is called in samples.csv: "finished", "refused", …
[[nodiscard]] std::string_view name(Outcome outcome);

/// The same into files, whole or not at all: summary.csv, and samples.csv where there are samples
/// (one that is there stays otherwise); result.json.
/// Failures: "result-not-written".
[[nodiscard]] Result<> exportCsv(const std::filesystem::path& directory, const StoredRun& run);
[[nodiscard]] Result<> exportJson(const std::filesystem::path& directory, const RunResult& result,
                                  const Catalogue& catalogue);

} // namespace troika
