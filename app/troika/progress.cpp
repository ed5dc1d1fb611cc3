// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.h"

#include "figures.h"
#include "grid.h"
#include "words.h"

#include <cmath>
#include <cstdio>
#include <fmt/format.h>

namespace troika::cli {
namespace {

constexpr const char* clearLine = "\r\033[K";

std::string bar(double done) {
    constexpr int cells = 24;
    const int full = static_cast<int>(std::lround(std::clamp(done, 0.0, 1.0) * cells));
    std::string text;
    for (int i = 0; i < cells; ++i) text += i < full ? "█" : "░";
    return text;
}

} // namespace

std::string progressLine(const Progress& progress, const Layout& layout) {
    std::string text = bar(progress.done) + " ";
    text += words::phase(progress.phase, progress.round, progress.rounds).in(layout.language);
    if (progress.points > 1 && !progress.contender.empty()) {
        text += " · " + words::point(progress.point, progress.points).in(layout.language);
    }
    if (!progress.contender.empty()) text += " · " + printable(progress.contender);
    const bool racing = progress.phase <= Progress::Phase::Racing;
    if (racing && progress.secondsLeft) {
        text += " · " + words::left(std::ceil(*progress.secondsLeft)).in(layout.language);
    }
    return shortened(text, layout.width == 0 ? 200 : layout.width - 1);
}

ProgressBar::~ProgressBar() {
    std::fputs(clearLine, stderr);
    std::fflush(stderr);
}

void ProgressBar::show(const Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    const bool soon = now - m_drawn < std::chrono::milliseconds(100);
    if (soon && progress.phase == m_phase) return;
    m_drawn = now;
    m_phase = progress.phase;
    fmt::print(stderr, "{}{}", clearLine, progressLine(progress, m_layout));
    std::fflush(stderr);
}

} // namespace troika::cli
