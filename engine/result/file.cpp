// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/archive.h"
#include "result/atomic_file.h"
#include "result/sample_file.h"
#include "result/sha256.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <regex>
#include <system_error>
#include <troika/base/system_error.h>
#include <troika/result/export.h>
#include <troika/result/file.h>
#include <troika/scenario/validate.h>

namespace troika {

namespace {

constexpr const char* resultMember = "result.json";
constexpr const char* samplesMember = "samples.bin";
constexpr std::string_view zipMagic{"PK\x03\x04", 4};
constexpr std::size_t mostJsonBytes = mostFigureBytes;

auto unreadable(const std::filesystem::path& file, int error) {
    return failure("result-unreadable",
                   bilingual("The file {} cannot be read: {}.", "Не удалось прочитать {}: {}.",
                             file.string(), systemError(error)));
}

auto tooLarge(std::uint64_t bytes, std::uint64_t most) {
    return failure("result-too-large",
                   bilingual("A result of {} bytes is too large: at most {} are held.",
                             "Результат слишком велик: {} байт, а помещается не больше {}.", bytes,
                             most));
}

/// The beginning of a regular file: never waits, as a pipe would.
Result<std::string> beginningOf(const std::filesystem::path& file, std::size_t bytes) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (error) return unreadable(file, error.value());
    if (!std::filesystem::is_regular_file(status))
        return unreadable(file, std::filesystem::is_directory(status) ? EISDIR : EINVAL);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return unreadable(file, errno);
    std::string content(std::min<std::uintmax_t>(bytes, std::filesystem::file_size(file, error)),
                        '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (stream.bad()) return unreadable(file, errno);
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content;
}

Result<Json> parse(std::string_view text) {
    auto document = parseJson(text, mostJsonBytes);
    if (document) return std::move(*document);
    const Text why = document.error().empty() ? Text{} : document.error().front().problem;
    return failure("result-damaged",
                   {"The result's JSON is damaged: " + why.in(Language::English) + ".",
                    "JSON результата повреждён: " + why.in(Language::Russian) + "."});
}

Result<StoredRun> readPlain(const std::filesystem::path& file, const Catalogue& catalogue) {
    const auto text = beginningOf(file, mostJsonBytes + 1);
    if (!text) return passOn(text);
    if (text->size() > mostJsonBytes) return tooLarge(text->size(), mostJsonBytes);
    const auto document = parse(*text);
    if (!document) return passOn(document);
    auto result = resultFromJson(*document, catalogue);
    if (!result) return passOn(result);
    return StoredRun{std::move(*result), {}};
}

Result<RunSamples> readSamples(const Archive& archive, const Json& entry, const RunResult& result) {
    const auto wanted = entry.find("sha256");
    const auto bytes = archive.read(samplesMember, mostSampleBytes);
    if (!bytes) return passOn(bytes);
    if (wanted == entry.end() || *wanted != sha256Hex(*bytes))
        return failure("result-damaged",
                       {"The samples are damaged: their SHA-256 is not what the result says.",
                        "Замеры повреждены: SHA-256 не совпадает с записанной в результате."});
    return unpackSamples(*bytes, result);
}

Result<StoredRun> readArchive(const std::filesystem::path& file, const Catalogue& catalogue) {
    const auto archive = Archive::open(file);
    if (!archive) return passOn(archive);
    const auto text = archive->read(resultMember, mostJsonBytes);
    if (!text) return passOn(text);
    const auto document = parse(*text);
    if (!document) return passOn(document);
    auto result = resultFromJson(*document, catalogue);
    if (!result) return passOn(result);
    StoredRun run{std::move(*result), {}};
    const auto entry = document->find("samples");
    if (entry == document->end() || !entry->is_object()) return run;
    auto samples = readSamples(*archive, *entry, run.result);
    if (!samples) return passOn(samples);
    run.samples = std::move(*samples);
    return run;
}

/// The samples' entry belongs after the environment and the status, before the points.
Json withSamples(const Json& document, const std::string& sha256) {
    Json extended = Json::object();
    for (const auto& [key, value] : document.items()) {
        if (key == "points") extended["samples"] = {{"file", samplesMember}, {"sha256", sha256}};
        extended[key] = value;
    }
    return extended;
}

std::string written(const Json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

Result<> writeResult(const std::filesystem::path& file, const StoredRun& run,
                     const Catalogue& catalogue) {
    const Json document = resultToJson(run.result, catalogue);
    if (run.samples.empty()) {
        const auto packed = packArchive({{resultMember, written(document)}});
        if (!packed) return passOn(packed);
        return writeAtomically(file, *packed);
    }
    if (const std::uint64_t bytes = packedBytes(run.samples); bytes > mostSampleBytes)
        return tooLarge(bytes, mostSampleBytes);
    const std::string samples = packSamples(run.samples);
    const std::string text = written(withSamples(document, sha256Hex(samples)));
    const auto packed = packArchive({{resultMember, text}, {samplesMember, samples}});
    if (!packed) return passOn(packed);
    return writeAtomically(file, *packed);
}

Result<StoredRun> readResult(const std::filesystem::path& file, const Catalogue& catalogue) {
    const auto beginning = beginningOf(file, zipMagic.size());
    if (!beginning) return passOn(beginning);
    return *beginning == zipMagic ? readArchive(file, catalogue) : readPlain(file, catalogue);
}

bool looksLikeResult(const std::filesystem::path& file) {
    const auto beginning = beginningOf(file, 4096);
    if (!beginning) return false;
    if (beginning->compare(0, zipMagic.size(), zipMagic) == 0) return true;
    static const std::regex schema(R"re("schema"\s*:\s*"troika-result/)re");
    return std::regex_search(*beginning, schema);
}

Result<> exportJson(const std::filesystem::path& directory, const RunResult& result,
                    const Catalogue& catalogue) {
    return writeAtomically(directory / resultMember, written(resultToJson(result, catalogue)));
}

} // namespace troika
