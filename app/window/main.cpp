// SPDX-License-Identifier: GPL-3.0-or-later
// troika-window: the desktop application. Everything it does is the engine's; this shows it.
#include "pages/main_window.h"
#include "pages/shots.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QSettings>
#include <troika/run/machine.h>

int main(int argc, char** argv) {
    using namespace troika;
    QApplication application(argc, argv);
    QApplication::setApplicationName("troika");
    QApplication::setStyle("Fusion");
    QApplication::setWindowIcon(QIcon(":/icons/troika.svg"));
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption language("lang", "en or ru", "LANG");
    const QCommandLineOption dark("dark", "Dark");
    const QCommandLineOption light("light", "Light");
    const QCommandLineOption shots("shots", "Render the window into DIR and end", "DIR");
    const QCommandLineOption charts("charts", "Write the charts of FILE into DIR and end", "DIR");
    const QCommandLineOption formats("formats", "Of the charts", "LIST", "png");
    parser.addOptions({language, dark, light, shots, charts, formats});
    parser.addPositionalArgument("FILE", "A scenario or a result to open", "[FILE]");
    parser.process(application);
    QSettings last("troika", "window");
    const QString spoken = parser.isSet(language)
                               ? parser.value(language)
                               : last.value("language", QLocale::system().name()).toString();
    const QString file = parser.positionalArguments().value(0);
    const ui::WindowOptions options{
        .language = spoken.startsWith("ru") ? Language::Russian : Language::English,
        .dark = parser.isSet(dark) ||
                (!parser.isSet(light) && last.value("dark", ui::systemIsDark()).toBool()),
        .diskBase = defaultDiskBase(),
        .remembers = !parser.isSet(charts)};
    if (parser.isSet(shots)) {
        const auto folder = parser.value(shots).toStdString();
        return ui::takeShots(folder, file.toStdString(), options) ? 0 : 1;
    }
    ui::MainWindow window(options);
    if (parser.isSet(charts)) {
        if (file.isEmpty() || !window.openAndWait(file.toStdString())) {
            qWarning("troika-window: %s", qUtf8Printable(window.message()));
            return 1;
        }
        const auto wanted = parser.value(formats).split(',');
        const QString wrong = window.saveCharts(parser.value(charts), wanted, {});
        if (!wrong.isEmpty()) qWarning("troika-window: %s", qUtf8Printable(wrong));
        return wrong.isEmpty() ? 0 : 1;
    }
    window.restoreGeometry(last.value("geometry").toByteArray());
    window.show();
    const QString before = last.value("file").toString();
    if (!file.isEmpty()) {
        window.open(file.toStdString());
    } else if (QFileInfo::exists(before)) {
        window.open(before.toStdString());
    } else {
        window.openFirst();
    }
    window.rescueKilled();
    const int code = QApplication::exec();
    last.setValue("geometry", window.saveGeometry());
    // Who has chosen nothing else follows the system the next time too.
    if (window.options().dark == ui::systemIsDark()) {
        last.remove("dark");
    } else {
        last.setValue("dark", window.options().dark);
    }
    last.setValue("language", window.options().language == Language::Russian ? "ru" : "en");
    last.setValue("file", QString::fromStdString(window.file().string()));
    return code;
}
