// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/shots.h"

#include <QApplication>
#include <QPixmap>
#include <array>

namespace troika::ui {

namespace {

struct Size {
    const char* name;
    QSize logical;
    double scale;
};
constexpr std::array sizes{Size{"1024x700", {1024, 700}, 1}, Size{"1920x1080", {1920, 1080}, 1},
                           Size{"3840x2160", {1920, 1080}, 2}};

bool grab(MainWindow& window, const Size& size, const QString& file) {
    window.resize(size.logical);
    window.show();
    for (int i = 0; i < 4; ++i) QApplication::processEvents();
    QPixmap picture(size.logical * size.scale);
    picture.setDevicePixelRatio(size.scale);
    window.render(&picture);
    return picture.save(file);
}

} // namespace

bool takeShots(const std::filesystem::path& folder, const std::filesystem::path& result,
               const WindowOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    bool written = !error;
    for (const Language language : {Language::English, Language::Russian}) {
        for (const bool dark : {false, true}) {
            MainWindow window({.language = language, .dark = dark, .diskBase = options.diskBase});
            window.openFirst();
            const QString base = QString::fromStdString(folder.string()) + "/%1-" +
                                 (language == Language::Russian ? "ru" : "en") +
                                 (dark ? "-dark" : "-light") + "-%2.png";
            for (const Size& size : sizes) {
                written &= grab(window, size, base.arg("empty", size.name));
            }
            if (result.empty()) continue;
            window.openAndWait(result);
            for (const Size& size : sizes) {
                written &= grab(window, size, base.arg("finished", size.name));
            }
        }
    }
    return written;
}

} // namespace troika::ui
