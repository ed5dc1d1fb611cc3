// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/shots.h"

#include "pages/setting_editor.h"
#include "pages/shots_sweep.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <array>
#include <functional>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>

namespace troika::ui {

namespace {

struct Size {
    const char* name;
    QSize logical;
    double scale;
};
constexpr std::array sizes{Size{"1024x700", {1024, 700}, 1}, Size{"1920x1080", {1920, 1080}, 1},
                           Size{"3840x2160", {1920, 1080}, 2}};

/// The window's events for so long; or, where `until` is given, until it is true, at the longest.
void pass(int milliseconds, const std::function<bool()>& until = {}) {
    QElapsedTimer clock;
    clock.start();
    do {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    } while (clock.elapsed() < milliseconds && !(until && until()));
}

/// One window in one language and theme, brought from state to state.
class Shoot {
public:
    Shoot(const std::filesystem::path& folder, const WindowOptions& options)
        : m_window(options),
          m_base(QString::fromStdString(folder.string()) + "/%1-" +
                 (options.language == Language::Russian ? "ru" : "en") +
                 (options.dark ? "-dark" : "-light") + "-%2.png") {
        m_window.show();
        m_window.openFirst();
    }

    /// False where a picture could not be written.
    bool take(const std::filesystem::path& result) {
        grab("empty");
        drawers();
        wrong();
        race();
        if (!result.empty()) m_window.openAndWait(result);
        grab("finished");
        press("race.view3");
        press("latency.view1");
        grab("ratio-histogram");
        press("race.view1");
        press("latency.fromDue");
        grab("throughput-response");
        press("race.view0");
        press("latency.view0");
        press("latency.fromStart");
        m_window.setPresenting(true);
        grab("presenting");
        m_window.setPresenting(false);
        swept();
        failed();
        return m_written;
    }

private:
    /// Milliseconds until a window of another size lies still: words wrap, and charts follow.
    static constexpr int toRest = 200;

    void grab(const char* state, std::span<const Size> wanted = sizes) {
        for (const Size& size : wanted) {
            m_window.resize(size.logical);
            pass(toRest);
            QPixmap picture(size.logical * size.scale);
            picture.setDevicePixelRatio(size.scale);
            m_window.render(&picture);
            m_written &= picture.save(m_base.arg(state, size.name));
        }
    }
    void press(const char* name) {
        if (auto* button = m_window.findChild<QAbstractButton*>(name)) button->click();
        pass(30);
    }
    void drawers() {
        m_window.resize(sizes[0].logical);
        pass(30);
        for (const auto& [button, state] :
             {std::pair{"openGallery", "gallery"}, std::pair{"openForm", "form"}}) {
            press(button);
            grab(state, std::span(sizes).first(1));
        }
        m_window.resize(sizes[1].logical);
        pass(30);
    }
    void wrong() {
        auto* size = m_window.findChild<SettingEditor*>("workload.steps.0.size");
        auto* line = size == nullptr ? nullptr : size->findChild<QLineEdit*>();
        if (line == nullptr) return;
        const QString before = line->text();
        for (const QString& text : {QString("50 parsecs"), before}) {
            line->setText(text);
            Q_EMIT line->textEdited(text); // As if typed: in whichever language it is.
            if (text != before) grab("wrong");
        }
    }
    /// Some seconds of a race, and the end of it.
    void race() {
        constexpr int forAWhile = 6000;
        constexpr int atMost = 60'000;
        m_window.run();
        pass(forAWhile);
        grab("running");
        m_window.stop();
        pass(atMost, [this] { return m_window.result() != nullptr; });
        grab("stopped");
    }
    /// A swept race, of one parameter and of two, and the form that it came from.
    void swept() {
        if (!m_window.result()) return;
        const StoredRun measured = *m_window.result();
        const QTemporaryDir folder;
        for (const std::size_t parameters : {1, 2}) {
            const StoredRun run = madeUpSweep(measured, catalogue(), parameters);
            if (run.result.points.empty()) return;
            const auto file = std::filesystem::path(folder.path().toStdString()) / "swept.troika";
            if (!writeResult(file, run, catalogue()) || !m_window.openAndWait(file)) return;
            grab(parameters == 1 ? "sweep" : "map");
        }
        press("race.view4");
        grab("sweep-row");
        m_window.resize(sizes[0].logical);
        pass(30);
        press("openForm");
        if (auto* form = m_window.findChild<QScrollArea*>("form")) {
            form->verticalScrollBar()->setValue(form->verticalScrollBar()->maximum());
        }
        grab("sweep-form", std::span(sizes).first(1));
        m_window.resize(sizes[1].logical);
        m_window.setPresenting(true);
        grab("map-presenting");
        m_window.setPresenting(false);
        const auto file = std::filesystem::path(folder.path().toStdString()) / "measured.troika";
        if (writeResult(file, measured, catalogue())) m_window.openAndWait(file);
    }
    /// A race as it looks when one of its contenders has failed.
    void failed() {
        if (!m_window.result()) return;
        StoredRun run = *m_window.result();
        if (run.result.points.empty()) return;
        ContenderResult& contender = run.result.points.front().contenders.back();
        contender.status = TrialStatus::Failed;
        contender.reason = Failure{"worker-died",
                                   {"A worker process ended by itself (signal 9).",
                                    "Рабочий процесс завершился сам (сигнал 9)."}};
        contender.throughput = {};
        run.result.status = RunStatus::Failed;
        std::erase_if(run.result.points.front().comparisons, [&](const Comparison& comparison) {
            return comparison.of == contender.label || comparison.to == contender.label;
        });
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "failed.troika";
        if (!writeResult(file, run, catalogue()) || !m_window.openAndWait(file)) return;
        grab("failed");
    }

    MainWindow m_window;
    QString m_base;
    bool m_written = true;
};

} // namespace

bool takeShots(const std::filesystem::path& folder, const std::filesystem::path& result,
               const WindowOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    bool written = !error;
    // Nobody's own drafts and races are to be seen, or changed.
    const QTemporaryDir own;
    qputenv("XDG_DATA_HOME", own.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", own.path().toUtf8());
    for (const Language language : {Language::English, Language::Russian}) {
        for (const bool dark : {false, true}) {
            Shoot shoot(folder, {.language = language, .dark = dark, .diskBase = options.diskBase});
            written &= shoot.take(result);
        }
    }
    return written;
}

} // namespace troika::ui
