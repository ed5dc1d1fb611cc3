// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <vector>

namespace troika::bench {

/// Waits for the paint of one widget, so that a step is measured to its end.
class Painted final : public QObject {
public:
    explicit Painted(QWidget& widget) { widget.installEventFilter(this); }

    /// Milliseconds that `step` takes with everything that follows from it, until the widget has
    /// been painted and nothing is left to do; 0 where it is not painted within ten seconds.
    template <class Step>
    double milliseconds(Step step) {
        QElapsedTimer clock;
        clock.start();
        m_paints = 0;
        step();
        while (m_paints == 0 && clock.elapsed() < patience) QApplication::processEvents();
        QApplication::processEvents();
        return m_paints == 0 ? 0 : static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) ++m_paints;
        return QObject::eventFilter(watched, event);
    }

private:
    static constexpr qint64 patience = 10'000;
    int m_paints = 0;
};

/// Prints the middle one of several steps, and the slowest; false where one of them failed.
inline bool printSteps(const char* name, std::vector<double> steps) {
    std::sort(steps.begin(), steps.end());
    if (steps.empty() || !(steps.front() > 0)) return false;
    std::printf("%s %.3f\n%s.worst %.3f\n", name, steps[steps.size() / 2], name, steps.back());
    return true;
}

} // namespace troika::bench
