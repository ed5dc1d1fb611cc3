// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of troika-window until it is seen, beside a bare window with one chart.
#include "pairing.h"
#include "window/open_window.h"
#include "window/rows.h"

namespace troika::bench {
namespace {

/// Milliseconds until a program's window was painted; when they were mapped, in `mapped`.
double showOnce(OwnDisplay& display, const std::filesystem::path& program,
                std::vector<double>& mapped) {
    const FreshUser user("xcb", display.name());
    const auto window = OpenWindow::open(display, user, program, {});
    if (!window) return 0;
    mapped.push_back(window->mapped());
    return window->painted();
}

/// Without the round that measureTogether() throws away.
std::vector<double> counted(std::vector<double> figures) {
    figures.erase(figures.begin());
    return figures;
}

} // namespace

void measureShowing(const Options& options, const Tell& tell, OwnDisplay& display) {
    const std::string name = "window, start to painted";
    std::vector<double> mapped;
    std::vector<double> bareMapped;
    const auto ours = executableFolder() / "troika-window";
    const auto bare = executableFolder() / "troika-bench-bare-window";
    const Figures figures =
        measureTogether({{"ours", [&] { return showOnce(display, ours, mapped); }},
                         {"bare", [&] { return showOnce(display, bare, bareMapped); }}},
                        options.rounds(21));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    const std::string peer = "bare QCustomPlot";
    tell({"window, start to mapped", "ms", counted(mapped), peer, counted(bareMapped),
          figureAtMost(400), "Xvfb without a window manager; files cached, empty user folders"});
    tell({name, "ms", figures[0], peer, figures[1], figureAtMost(400),
          "until its middle row has pixels of its own"});
}

} // namespace troika::bench
