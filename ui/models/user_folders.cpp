// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/user_folders.h"

#include <QStandardPaths>

namespace troika::ui {

namespace {

std::filesystem::path inData(const char* name) {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(data.toStdString()) / "troika" / name;
}

} // namespace

std::filesystem::path scenariosFolder() { return inData("scenarios"); }
std::filesystem::path resultsFolder() { return inData("results"); }
std::filesystem::path draftsFolder() { return inData("drafts"); }
std::filesystem::path rescueFolder() { return inData("unfinished"); }

} // namespace troika::ui
