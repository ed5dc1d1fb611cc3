// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result_store.h"

#include <QStandardPaths>
#include <algorithm>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>

namespace troika::ui {

std::filesystem::path resultsFolder() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(data.toStdString()) / "troika" / "results";
}

Result<std::filesystem::path> keepResult(const StoredRun& run) {
    const std::filesystem::path folder = resultsFolder();
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::string started = run.result.started;
    std::ranges::replace(started, ':', '-');
    std::filesystem::path file = folder / (run.result.scenario.name + "-" + started + ".troika");
    if (auto written = writeResult(file, run, catalogue()); !written) {
        return tl::unexpected<Failure>(written.error());
    }
    return file;
}

} // namespace troika::ui
