// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result_store.h"

#include "models/user_folders.h"

#include <algorithm>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>

namespace troika::ui {

Result<std::filesystem::path> keepResult(const StoredRun& run) {
    const std::filesystem::path folder = resultsFolder();
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::string started = run.result.started;
    std::ranges::replace(started, ':', '-');
    const std::string name = run.result.scenario.name + "-" + started;
    std::filesystem::path file = folder / (name + ".troika");
    for (int another = 2; std::filesystem::exists(file, error); ++another) {
        file = folder / (name + "-" + std::to_string(another) + ".troika");
    }
    if (auto written = writeResult(file, run, catalogue()); !written) {
        return tl::unexpected<Failure>(written.error());
    }
    return file;
}

} // namespace troika::ui
