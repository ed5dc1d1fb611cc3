// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/race_data.h"
#include "models/sweep_table.h"

#include <memory>

namespace troika::ui {

/// The table of a sweep that is being raced: what its points have measured so far. Slices that are
/// over are read once. Without costs and verdicts: they come with the result. Used by one thread.
class LiveSweep {
public:
    LiveSweep() = default;
    explicit LiveSweep(SweepTable planned)
        : m_table(std::make_shared<const SweepTable>(std::move(planned))) {}

    /// Null where nothing is swept. A table that was handed out never changes.
    [[nodiscard]] std::shared_ptr<const SweepTable> table() const {
        return m_table && !m_table->empty() ? m_table : nullptr;
    }
    /// Takes in what is new; whether there was anything.
    bool look(const LiveRun& run);

private:
    struct Known {
        std::vector<std::size_t> places;                ///< Of its slices in the run.
        std::vector<double> throughput;                 ///< Of each.
        std::vector<std::vector<std::int64_t>> service; ///< Of each, thinned alike.
        std::vector<std::vector<std::int64_t>> response;
        std::size_t stride = 1; ///< Every so many of a slice's times are kept.
    };
    static void add(Known& known, const ContenderData& slice);
    [[nodiscard]] static SweptFigures figuresOf(const Known& known);

    std::shared_ptr<const SweepTable> m_table;
    std::map<std::pair<std::size_t, std::string>, Known> m_known; ///< By point and label.
};

} // namespace troika::ui
