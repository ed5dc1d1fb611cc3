// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table.h"

#include <chrono>
#include <string>
#include <troika/run/run.h>

namespace troika::cli {

/// Where a run is, as one line no wider than `layout.width`. Pure.
[[nodiscard]] std::string progressLine(const Progress& progress, const Layout& layout);

/// The line on standard error that is redrawn in place, ten times a second at the most, and gone
/// when this object is. Used by one thread; only for terminals.
class ProgressBar {
public:
    explicit ProgressBar(const Layout& layout) : m_layout(layout) {}
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar();

    void show(const Progress& progress);

private:
    Layout m_layout;
    std::chrono::steady_clock::time_point m_drawn;
    Progress::Phase m_phase = Progress::Phase::Finishing;
};

} // namespace troika::cli
