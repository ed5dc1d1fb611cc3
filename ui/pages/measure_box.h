// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sweep_curves.h"

#include <QComboBox>
#include <optional>

namespace troika::ui {

class Chart;

/// What a chart draws of a sweep: a list behind its switches, there for its sweep views alone.
class MeasureBox final : public QComboBox {
    Q_OBJECT
public:
    /// Places of those views in the chart; `map` where it has one.
    MeasureBox(Chart& chart, std::size_t curves, std::optional<std::size_t> map, Measure first);
    void retranslate();
    void choose(Measure measure);

private:
    void fill();
    void chooseView(std::size_t view);

    Chart& m_chart;
    std::size_t m_curves;
    std::optional<std::size_t> m_map;
    Measure m_chosen;
};

} // namespace troika::ui
