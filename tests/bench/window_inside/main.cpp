// SPDX-License-Identifier: GPL-3.0-or-later
// troika-bench-window: measures the window from inside, for troika-bench, which asks for one thing
// a process. Prints a name and a number a line; exits with 1 where something did not happen.
#include "window_inside/painted.h"

#include "pages/main_window.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QThread>
#include <csignal>
#include <fstream>
#include <string>
#include <sys/prctl.h>
#include <troika/run/machine.h>

namespace {

using troika::bench::Painted;
using troika::bench::printSteps;
using troika::ui::MainWindow;

class Inside {
public:
    Inside() {
        m_window.resize(1920, 1080);
        m_window.show();
        m_window.openFirst();
        pass();
    }

    bool open(const char* file) {
        bool well = false;
        Painted painted(plot("race.plot"));
        const double opening = painted.milliseconds([&] { well = m_window.openAndWait(file); });
        std::printf("open %.3f\nwidth %d\nheight %d\n", opening, plot("race.plot").width(),
                    plot("race.plot").height());
        pass();
        return well && opening > 0;
    }

    bool panAndZoom(const char* name, const char* chart) {
        const auto keys = {Qt::Key_Plus, Qt::Key_Plus,  Qt::Key_Right, Qt::Key_Up,
                           Qt::Key_Left, Qt::Key_Minus, Qt::Key_Down,  Qt::Key_Minus};
        QWidget& widget = plot(chart);
        Painted painted(widget);
        std::vector<double> steps;
        for (int cycle = 0; cycle < 5; ++cycle) {
            for (const Qt::Key key : keys) {
                steps.push_back(painted.milliseconds([&] {
                    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
                    QApplication::sendEvent(&widget, &press);
                }));
            }
        }
        return printSteps(name, std::move(steps));
    }

    bool switchBackAndForth() {
        Painted painted(plot("race.plot"));
        std::vector<double> languages;
        std::vector<double> themes;
        for (int time = 0; time < 6; ++time) {
            languages.push_back(painted.milliseconds([&] {
                m_window.setLanguage(time % 2 == 0 ? troika::Language::Russian
                                                   : troika::Language::English);
            }));
            themes.push_back(painted.milliseconds([&] { m_window.setDark(time % 2 == 0); }));
        }
        return printSteps("language", std::move(languages)) &&
               printSteps("theme", std::move(themes));
    }

    /// One race to its end; false where it gave no result.
    bool race() {
        const auto* run = m_window.findChild<QPushButton*>("main");
        QElapsedTimer clock;
        clock.start();
        m_window.run();
        while (!run->isEnabled() && clock.elapsed() < 30'000) {
            QApplication::processEvents();
            QThread::msleep(1);
        }
        pass();
        return m_window.result() != nullptr &&
               m_window.result()->result.status == troika::RunStatus::Finished;
    }

    /// Memory after so many races: the middle of what it was after each of the last nine, for what
    /// keeping a race takes comes and goes.
    bool repeat(const char* file, int early, int late) {
        m_window.open(file);
        std::vector<double> memory;
        for (int done = 1; done <= late; ++done) {
            if (!race()) return false;
            memory.push_back(anonymousMiB());
            if (done == early) std::printf("early %.3f\n", middleOfLast(memory));
        }
        std::printf("late %.3f\n", middleOfLast(memory));
        return true;
    }

private:
    static void pass() {
        for (int time = 0; time < 3; ++time) QApplication::processEvents();
    }

    QWidget& plot(const char* name) { return *m_window.findChild<QWidget*>(name); }

    static double middleOfLast(const std::vector<double>& all) {
        constexpr std::ptrdiff_t most = 9;
        const auto count = std::min(most, std::ssize(all));
        std::vector<double> last(all.end() - count, all.end());
        std::sort(last.begin(), last.end());
        return last[last.size() / 2];
    }

    static double anonymousMiB() {
        std::ifstream status("/proc/self/status");
        std::string word;
        while (status >> word && word != "RssAnon:") {
        }
        double kibibytes = 0;
        status >> kibibytes;
        return kibibytes / 1024;
    }

    MainWindow m_window{{.language = troika::Language::English,
                         .dark = false,
                         .diskBase = troika::defaultDiskBase()}};
};

} // namespace

int main(int argc, char** argv) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    QApplication application(argc, argv);
    QApplication::setApplicationName("troika");
    QApplication::setStyle("Fusion");
    const std::string what = argc > 2 ? argv[1] : "";
    Inside inside;
    bool well = false;
    if (what == "open") {
        well = inside.open(argv[2]) && inside.panAndZoom("race", "race.plot") &&
               inside.panAndZoom("latency", "latency.plot");
    } else if (what == "switch") {
        well = inside.open(argv[2]) && inside.switchBackAndForth();
    } else if (what == "repeat" && argc > 4) {
        well = inside.repeat(argv[2], std::atoi(argv[3]), std::atoi(argv[4]));
    }
    return well ? 0 : 1;
}
