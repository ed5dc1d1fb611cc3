// SPDX-License-Identifier: GPL-3.0-or-later
// troika-bench-bare-window: the least that a window with a chart can be, for the family "window" to
// stand beside. Alone it shows a window with a graph of 1000 points; with POINTS WIDTH HEIGHT it
// pans and zooms a chart of that size, and prints what a step took.
#include "window_inside/painted.h"

#include <QMainWindow>
#include <cmath>
#include <csignal>
#include <qcustomplot.h>
#include <sys/prctl.h>

namespace {

QCustomPlot* chartOf(int points) {
    auto* plot = new QCustomPlot;
    QVector<double> x(points);
    QVector<double> y(points);
    for (int i = 0; i < points; ++i) {
        x[i] = static_cast<double>(i) / points;
        y[i] = x[i] + 0.05 * std::sin(i * 0.7); // A rising band, as of many finishes.
    }
    plot->addGraph()->setData(x, y, true);
    plot->rescaleAxes();
    return plot;
}

bool panAndZoom(QCustomPlot& plot) {
    troika::bench::Painted painted(plot);
    std::vector<double> steps;
    constexpr double zoom = 0.8;
    constexpr double aside = 0.1;
    const auto scale = [&](double factor) {
        plot.xAxis->scaleRange(factor);
        plot.yAxis->scaleRange(factor);
    };
    const auto move = [](QCPAxis& axis, double way) { axis.moveRange(way * axis.range().size()); };
    const std::initializer_list<std::function<void()>> moves = {[&] { scale(zoom); },
                                                                [&] { scale(zoom); },
                                                                [&] { move(*plot.xAxis, aside); },
                                                                [&] { move(*plot.yAxis, aside); },
                                                                [&] { move(*plot.xAxis, -aside); },
                                                                [&] { scale(1 / zoom); },
                                                                [&] { move(*plot.yAxis, -aside); },
                                                                [&] { scale(1 / zoom); }};
    for (int cycle = 0; cycle < 5; ++cycle) {
        for (const auto& one : moves) {
            steps.push_back(painted.milliseconds([&] {
                one();
                plot.replot(QCustomPlot::rpQueuedReplot);
            }));
        }
    }
    return troika::bench::printSteps("step", std::move(steps));
}

} // namespace

int main(int argc, char** argv) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    QApplication application(argc, argv);
    QApplication::setStyle("Fusion");
    QMainWindow window;
    const bool measured = argc > 3;
    QCustomPlot* plot = chartOf(measured ? std::atoi(argv[1]) : 1000);
    window.setCentralWidget(plot);
    if (!measured) {
        window.resize(1440, 900);
        window.show();
        return QApplication::exec();
    }
    window.resize(std::atoi(argv[2]), std::atoi(argv[3]));
    window.show();
    for (int time = 0; time < 3; ++time) QApplication::processEvents();
    return panAndZoom(*plot) ? 0 : 1;
}
