// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/rescue_folder.h"

#include "result/atomic_file.h"
#include "result/json_fields.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

fs::path passesIn(const fs::path& folder) { return folder / "passes"; }

/// A result needs a point; this one's is empty.
std::string nothingMeasured(RunResult begun) {
    begun.status = RunStatus::Cancelled;
    begun.points = {PointResult{}};
    const Json document = resultToJson(begun, catalogue());
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

fs::path runFileIn(const fs::path& folder) { return folder / "run.json"; }

fs::path logFileIn(const fs::path& folder, std::size_t trial) {
    return folder / fmt::format("{}.log", trial);
}

std::vector<Pass> readPasses(const fs::path& folder, std::size_t point) {
    std::vector<Pass> passes;
    std::ifstream file(passesIn(folder));
    for (std::string line; std::getline(file, line);) {
        const auto document = parseJson(line);
        if (!document) break;
        std::string problem;
        const JsonFields fields(*document, "", problem);
        const Pass pass{.warmUp = fields.flag("warm_up"),
                        .round = fields.smallCount("round"),
                        .attempt = fields.smallCount("attempt"),
                        .slice = static_cast<std::uint64_t>(fields.count("slice"))};
        const auto of = fields.isNull("point") ? 0 : fields.count("point");
        if (!problem.empty()) break;
        if (static_cast<std::size_t>(of) == point) passes.push_back(pass);
    }
    return passes;
}

RescueFolder::RescueFolder(const fs::path& base, const RunResult& begun) {
    if (base.empty()) return;
    std::error_code ignored;
    fs::create_directories(base, ignored);
    LivingFolder folder(base / begun.id);
    if (!folder) return;
    m_passes = Descriptor(::open(passesIn(folder.path()).c_str(),
                                 O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600));
    if (!m_passes) return;
    if (!writeAtomically(runFileIn(folder.path()), nothingMeasured(begun))) return;
    m_folder = std::move(folder);
}

void RescueFolder::note(const Pass& pass, std::size_t point) {
    if (!m_folder) return;
    Json document{{"slice", pass.slice},
                  {"round", pass.round},
                  {"attempt", pass.attempt},
                  {"warm_up", pass.warmUp}};
    if (point > 0) document["point"] = point;
    const std::string line = document.dump() + "\n";
    writeAll(m_passes.get(), line.data(), line.size());
}

fs::path RescueFolder::logOf(std::size_t trial) const {
    return m_folder ? logFileIn(m_folder.path(), trial) : fs::path();
}

} // namespace troika
