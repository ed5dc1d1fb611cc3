// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/result/result.h>
#include <troika/result/samples.h>
#include <troika/scenario/catalogue.h>

#include <filesystem>
#include <string_view>

namespace troika {

/// Writes NAME.troika: a zip archive of result.json and samples.bin. Whole or not at all (a
/// temporary file beside it, then a rename). Failures: "result-not-written".
[[nodiscard]] Result<> writeResult(const std::filesystem::path& file, const StoredRun& run,
                                   const Catalogue& catalogue);

/// Reads a .troika file, or a result.json alone (then without samples). The file is not trusted.
/// Failures: "result-unreadable" (no such file, no permission), "result-damaged" (zip, JSON,
/// checksum, lengths), "result-newer" (written by a newer Troika), "result-too-large",
/// "result-invalid" (a field is missing or wrong, a scenario that does not fit).
[[nodiscard]] Result<StoredRun> readResult(const std::filesystem::path& file,
                                           const Catalogue& catalogue);

/// Whether a file looks like a result (a zip archive, or JSON whose schema says so) rather than a
/// scenario. False where it cannot be read.
[[nodiscard]] bool looksLikeResult(const std::filesystem::path& file);

/// Result to JSON and back, as formats.md and resources/schema/troika-result.json define it;
/// without the "samples" entry, which belongs to the file.
[[nodiscard]] Json resultToJson(const RunResult& result, const Catalogue& catalogue);
[[nodiscard]] Result<RunResult> resultFromJson(const Json& document, const Catalogue& catalogue);

} // namespace troika
