// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_store.h"

#include "models/user_folders.h"
#include "models/whole_file.h"

#include <QCryptographicHash>
#include <fstream>
#include <sstream>

namespace troika::ui {

namespace {

namespace fs = std::filesystem;

/// A name of its own for every file, readable for those who look.
fs::path placeOf(const fs::path& file) {
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(file, ignored);
    const QByteArray path = QByteArray::fromStdString(whole.string());
    const QByteArray digits =
        QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16);
    return draftsFolder() / (file.stem().string() + "-" + digits.toStdString() + ".json");
}

} // namespace

std::optional<Json> draftOf(const fs::path& file) {
    std::ifstream stream(placeOf(file));
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return std::nullopt;
    auto json = parseJson(text.str());
    if (!json) return std::nullopt;
    return std::move(*json);
}

bool keepDraft(const fs::path& file, const Json& draft) {
    std::error_code ignored;
    fs::create_directories(draftsFolder(), ignored);
    const QByteArray text =
        QByteArray::fromStdString(draft.dump(2, ' ', false, Json::error_handler_t::replace));
    return writeWhole(QString::fromStdString(placeOf(file).string()), text).isEmpty();
}

void dropDraft(const fs::path& file) {
    std::error_code ignored;
    fs::remove(placeOf(file), ignored);
}

} // namespace troika::ui
